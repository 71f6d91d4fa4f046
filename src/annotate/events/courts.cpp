#include "annotate/events/courts.h"

#include <algorithm>

namespace synoptic::annotate::syntax {

void take_court(const Sentence& s, const Trigger& trigger, const model::Article& article,
                Roles& roles) {
  constexpr size_t kFirst = 4;  // tokens: "India's top court"
  const size_t verb = trigger.match.begin;
  const bool own =
      trigger.form == TriggerForm::kVerb && !trigger.passive && trigger.action->type == "SANCTION";
  if (!own || s.grammar->order != WordOrder::kSubjectFirst || verb <= s.begin) return;
  if (s.token(verb - 1).kind != TokenKind::kComma) return;
  size_t end = s.begin;
  PhraseMatch found;
  for (size_t at = s.begin; at < std::min(s.begin + kFirst, verb) && end == s.begin; ++at) {
    if (s.match(WordClass::kCourt, at, verb, found)) end = found.end;
  }
  if (end == s.begin) return;
  const Range court = bytes_of(s.passage->tokens, s.begin, end);
  const auto is_court = [&](const model::Argument& who) { return who.at.range.overlaps(court); };
  if (std::ranges::any_of(roles.actor, is_court)) return;
  roles.actor = {argument_of(s, s.begin, end, article)};
  roles.actor_rule = "phrase";
  std::erase_if(roles.recipient, is_court);
}

void convict_by_court(const Sentence& sentence, model::Event& event) {
  if (event.action != "condemn") return;
  const auto is_court = [&](const model::Argument& who) {
    const size_t end = std::min(sentence.end, token_at(sentence.passage->tokens, who.at.range.end));
    PhraseMatch found;
    for (size_t at = token_at(sentence.passage->tokens, who.at.range.begin); at < end; ++at) {
      if (at >= sentence.begin && sentence.match(WordClass::kCourt, at, end, found)) return true;
    }
    return false;
  };
  if (std::none_of(event.actor.begin(), event.actor.end(), is_court)) return;
  event.action = "convict";
  event.type = "SANCTION";
}

}  // namespace synoptic::annotate::syntax
