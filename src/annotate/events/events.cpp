// The events of an article: of the readings of each sentence those that are sure enough, and what
// the classifier makes of two sides between whom no word of the lexicon stands.
#include <algorithm>

#include "annotate/events/event_times.h"
#include "annotate/events/events_choice.h"
#include "annotate/events/events_reader.h"
#include "annotate/steps.h"
#include "model/lead.h"

namespace synoptic::annotate {
namespace {

using Places = std::vector<std::pair<uint32_t, Range>>;  // block and bytes, sorted

Places scores_of(const model::Annotated& annotated) {
  Places scores;
  for (const model::Quantity& quantity : annotated.quantities) {
    if (quantity.kind == "score") scores.emplace_back(quantity.at.block, quantity.at.range);
  }
  std::ranges::sort(scores);
  return scores;
}

// "Japan beat Russia 2-1": what is told with a score is a match.
bool is_of_match(const Places& scores, const model::Event& event) {
  if (event.type != "ASSAULT") return false;
  const uint32_t block = event.at.block;
  const Range range = event.at.range;
  auto score = std::ranges::lower_bound(scores, std::pair{block, Range{range.begin, 0}});
  for (; score != scores.end() && score->first == block && score->second.begin < range.end;
       ++score) {
    if (range.contains(score->second)) return true;
  }
  return false;
}

}  // namespace

void find_events(model::Annotated& annotated, const Passages& passages,
                 const knowledge::Knowledge& knowledge) {
  const syntax::Grammar* rules = syntax::grammar(annotated.article.lang);
  const syntax::EventLexicon* lexicon = syntax::event_lexicon(annotated.article.lang);
  if (rules == nullptr || lexicon == nullptr) return;
  EventReader reader(annotated, knowledge, *rules, *lexicon);
  EventChoice choice(annotated.article.lang);
  std::vector<model::Event> events;
  const uint32_t lead = model::lead_block(annotated.article);
  const uint32_t dateline = model::dateline_end(annotated, lead);
  for (const syntax::Passage& passage : passages) {
    if (passage.kind == model::BlockKind::kCaption || passage.kind == model::BlockKind::kTable) {
      continue;  // captions repeat what the text tells
    }
    reader.enter(passage);
    for (const Range& range : passage.sentences) {
      if (passage.block == lead && range.end <= dateline) continue;  // nor does its town go on
      syntax::Sentence sentence = reader.sentence(passage, range);
      auto readings = reader.readings(sentence);
      choice.choose(sentence, reader, readings, events);
    }
  }
  const Places scores = scores_of(annotated);
  std::erase_if(events, [&](const model::Event& event) { return is_of_match(scores, event); });
  annotated.events = std::move(events);
  narrow_times(annotated, knowledge);
}

}  // namespace synoptic::annotate
