#include "annotate/annotate.h"

#include "annotate/batch.h"

namespace synoptic::annotate {
namespace {

// Beyond them a step's own tables are small beside the articles.
constexpr size_t kMostArticles = 64;
constexpr size_t kMostBytes = 1 << 20;

size_t bytes_of(const model::Article& article) {
  size_t bytes = article.title.size();
  for (const model::Block& block : article.blocks) bytes += block.text.size();
  return bytes;
}

}  // namespace

std::vector<model::Annotated> annotate(std::vector<model::Article> articles,
                                       const knowledge::Knowledge& knowledge) {
  std::vector<model::Annotated> all;
  all.reserve(articles.size());
  for (size_t at = 0; at < articles.size();) {
    std::vector<model::Article> few;
    for (size_t bytes = 0; at < articles.size() && few.size() < kMostArticles; ++at) {
      bytes += bytes_of(articles[at]);
      if (bytes > kMostBytes && !few.empty()) break;
      few.push_back(std::move(articles[at]));
    }
    Batch batch(std::move(few));
    batch.run(knowledge, [](Batch::Step) {});
    for (model::Annotated& annotated : batch.take()) all.push_back(std::move(annotated));
  }
  return all;
}

model::Annotated annotate(model::Article article, const knowledge::Knowledge& knowledge) {
  std::vector<model::Article> one;
  one.push_back(std::move(article));
  return std::move(annotate(std::move(one), knowledge).front());
}

model::Place place_of(const model::Article& article, uint32_t block, Range range) {
  if (block != model::kTitleBlock) return {block, range, article.blocks[block].to_capture(range)};
  return {block, range, article.title_source.to_source(range)};
}

}  // namespace synoptic::annotate
