#include "annotate/annotate.h"

#include "annotate/steps.h"

namespace synoptic::annotate {

model::Annotated annotate(model::Article article, const knowledge::Knowledge& knowledge) {
  model::Annotated annotated;
  annotated.article = std::move(article);
  const Sources sources = make_sources(annotated.article);
  find_mentions(annotated, sources, knowledge);
  find_times(annotated, sources, knowledge);
  find_quantities(annotated, sources, knowledge);
  find_origins(annotated, knowledge);
  const Passages passages = syntax::passages(annotated, &sources);
  find_quotes(annotated, passages);
  find_events(annotated, passages, knowledge);
  find_topics(annotated, passages, knowledge);
  return annotated;
}

model::Place place_of(const model::Article& article, uint32_t block, Range range) {
  if (block != model::kTitleBlock) return {block, range, article.blocks[block].to_capture(range)};
  return {block, range, article.title_source.to_source(range)};
}

}  // namespace synoptic::annotate
