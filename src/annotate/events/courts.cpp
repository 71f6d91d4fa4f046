#include "annotate/events/courts.h"

#include <algorithm>

namespace synoptic::annotate::syntax {

void take_court_of_headline(const Sentence& s, const Trigger& trigger,
                            const model::Article& article, Roles& roles) {
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

void take_court_of_verb(const Sentence& s, const Trigger& trigger, const model::Article& article,
                        Roles& roles) {
  const std::string& action = trigger.action->name;
  const bool judges = action == "sentence" || action == "convict";
  if (!judges || roles.actor_rule == "named" || roles.actor_rule == "by" ||
      trigger.form != TriggerForm::kVerb || s.token(trigger.match.begin).spaceless) {
    return;
  }
  PhraseMatch found;
  for (size_t at = trigger.match.begin; at < trigger.match.end; ++at) {
    if (s.mark(at).trigger < 0 || !s.match(WordClass::kCourt, at, trigger.match.end, found)) {
      continue;
    }
    size_t end = found.end;  // with the words behind it that were read as who judges
    for (const model::Argument& who : roles.actor) {
      if (token_at(s.passage->tokens, who.at.range.begin) == end) {
        end = token_at(s.passage->tokens, who.at.range.end);
      }
    }
    roles.actor = {argument_of(s, at, end, article)};
    roles.actor_rule = "phrase";
    return;
  }
}

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
