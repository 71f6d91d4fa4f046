// The events of an article: of the readings of each sentence those that are sure enough, and what
// the classifier makes of two sides between whom no word of the lexicon stands.
#include <algorithm>

#include "annotate/event_times.h"
#include "annotate/events_choice.h"
#include "annotate/events_reader.h"
#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

// "Japan beat Russia 2-1": what is told with a score is a match.
bool is_of_match(const model::Annotated& annotated, const model::Event& event) {
  return event.type == "ASSAULT" &&
         std::any_of(annotated.quantities.begin(), annotated.quantities.end(),
                     [&](const model::Quantity& quantity) {
                       return quantity.kind == "score" && quantity.at.block == event.at.block &&
                              event.at.range.contains(quantity.at.range);
                     });
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
  for (const syntax::Passage& passage : passages) {
    if (passage.kind == model::BlockKind::kCaption || passage.kind == model::BlockKind::kTable) {
      continue;  // captions repeat what the text tells
    }
    reader.enter(passage);
    for (const Range& range : passage.sentences) {
      const syntax::Sentence sentence = reader.sentence(passage, range);
      auto readings = reader.readings(sentence);
      choice.choose(sentence, reader, readings, events);
    }
  }
  std::erase_if(events, [&](const model::Event& event) { return is_of_match(annotated, event); });
  annotated.events = std::move(events);
  narrow_times(annotated, knowledge);
}

}  // namespace synoptic::annotate
