#include "annotate/events/courts.h"

#include <algorithm>

namespace synoptic::annotate::syntax {

void convict_by_court(const Sentence& sentence, model::Event& event) {
  if (event.action != "condemn") return;
  const auto is_court = [&](const model::Argument& who) {
    const size_t end = std::min(sentence.end, token_at(sentence.passage->tokens, who.at.range.end));
    PhraseMatch found;
    for (size_t at = token_at(sentence.passage->tokens, who.at.range.begin); at < end; ++at) {
      if (at < sentence.begin || !sentence.match(WordClass::kCourt, at, end, found)) continue;
      // 立法院: a court is written in it, and it is none.
      if (sentence.grammar->word(WordClass::kCourt, found.id).value != "none") return true;
      at = found.end - 1;
    }
    return false;
  };
  if (std::none_of(event.actor.begin(), event.actor.end(), is_court)) return;
  event.action = "convict";
  event.type = "SANCTION";
}

}  // namespace synoptic::annotate::syntax
