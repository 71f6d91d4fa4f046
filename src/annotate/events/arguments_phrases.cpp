// Whom a deed befell, where he is only described, and whose it is by an adjective.
#include <algorithm>
#include <utility>

#include "annotate/events/arguments_finder.h"
#include "annotate/events/party_cases.h"
#include "annotate/events/party_phrases.h"

namespace synoptic::annotate::syntax {
namespace {

// "Отказался уйти": what he will not do, and nobody.
bool refuses_to_do(const Sentence& s, const Trigger& trigger, size_t at) {
  if (at >= s.end || s.grammar->ending(WordClass::kContentEnding, s.token(at).folded) == nullptr) {
    return false;
  }
  return std::ranges::any_of(s.denials, [&](const DenialWord& word) {
    return word.kind == DenialKind::kRefuse && word.match.begin < trigger.match.end &&
           trigger.match.begin < word.match.end;
  });
}

}  // namespace

// An addressee that is no known name: "ordered the rice board to buy".
void Finder::find_phrase_object() {
  if (!action().takes_phrase || !roles_.recipient.empty()) return;
  if (trigger_.form != TriggerForm::kVerb || s_.grammar->order == WordOrder::kVerbLast) return;
  if (trigger_.passive) return;
  size_t begin = trigger_.match.end;
  if (s_.grammar->order == WordOrder::kVerbFirst && roles_.actor_rule != "named") {
    if (roles_.actor_rule == "phrase" && !trigger_.match.has_gap()) return;
  }
  for (const size_t i : roles_.used) {
    if (s_.names[i].begin >= trigger_.match.end) begin = std::max(begin, s_.names[i].end);
  }
  if (begin == trigger_.match.end && refuses_to_do(s_, trigger_, begin)) return;
  begin = object_begin(s_, begin, bounds_.end);
  // "Demanded higher pay": where whom it is asked of has a marker of his own.
  const bool asked_of = action().controls && action().slot(Part::kFrom) == Slot::kRecipient;
  if (asked_of && persons_ != nullptr && party_words_ == nullptr &&
      !persons_->at(s_, begin, bounds_.end)) {
    return;
  }
  size_t end = begin;
  const size_t longest = begin < bounds_.end && s_.token(begin).spaceless ? 12 : 6;
  bool closed = false;
  while (end < bounds_.end) {
    const std::string_view word = s_.token(end).folded;
    if (is_inside_compound(s_, begin, end)) {
      ++end;
      continue;
    }
    closed = s_.mark(end).content || s_.mark(end).marker != Part::kNone ||
             s_.mark(end).trigger >= 0 ||
             (end > begin && s_.grammar->ending(WordClass::kContentEnding, word) != nullptr) ||
             (end > begin && s_.grammar->beginning(WordClass::kContentPrefix, word) != nullptr);
    // "Fined the bank 3 million": the sum is none of it.
    closed = closed || (end > begin && persons_ != nullptr && is_figure(word) &&
                        persons_->is_noun(s_, end - 1));
    if (closed || ends_object(s_, begin, end) || end - begin >= longest) break;
    ++end;
  }
  closed = closed || end == bounds_.end || ends_object(s_, begin, end);
  if (!closed || end == begin || s_.mark(begin).pronoun) return;
  if (parties_ != nullptr) {
    const auto whom = parties_->object(s_, {begin, end});
    if (!take_party(whom, roles_.recipient)) return;
    end = whom->end;
    roles_.content_begin = end;
    return;
  }
  if (!cut_to_addressee(s_, trigger_, begin, end)) return;
  const Range range = bytes_of(s_.passage->tokens, begin, end);
  if (std::ranges::any_of(
          roles_.actor, [&](const model::Argument& who) { return who.at.range.overlaps(range); })) {
    return;
  }
  PhraseMatch loose;
  const auto is_loose = [&](size_t at) {
    return s_.mark(at).conjunction || s_.match(WordClass::kArticle, at, end, loose);
  };
  while (end > begin + 1 && !s_.token(end - 1).spaceless && s_.mark(end - 1).name < 0 &&
         is_loose(end - 1)) {
    --end;
  }
  if (!may_be_object(s_, begin, end)) return;
  roles_.recipient.push_back(argument_of(s_, begin, end, article_));
  roles_.content_begin = end;
}

// "Most survivors were rescued by fishermen": both sides may be no known names.
void Finder::find_phrases_of_passive() {
  if (!passive()) return;
  if (roles_.actor.empty() && parties_ != nullptr && parties_->agents_behind() &&
      take_party(parties_->agent(s_, trigger_.match.end, bounds_.end), roles_.actor)) {
    roles_.actor_rule = "by";
  }
  const bool phrase = action().takes_phrase;
  const bool last = s_.grammar->order == WordOrder::kVerbLast && parties_ != nullptr;
  if ((!phrase && !trigger_.passive) || (s_.grammar->order != WordOrder::kSubjectFirst && !last)) {
    return;
  }
  std::vector<model::Argument> agents = std::move(roles_.actor);
  const std::string rule = roles_.actor_rule;
  roles_.actor.clear();
  if (roles_.recipient.empty()) {
    find_phrase_actor();
    // "Four officers were dismissed": a person, where the deed may befall one.
    const bool somebody = action().slot(Part::kObject) == Slot::kRecipient && is_somebody();
    if (!phrase && !somebody && !roles_.actor.empty()) {
      roles_.thing = roles_.actor.front().text;
      roles_.actor.clear();
    }
    roles_.recipient = std::move(roles_.actor);
  }
  roles_.actor = std::move(agents);
  roles_.actor_rule = rule;
  if (roles_.actor.empty()) find_agent_phrase();
}

// "Убийство российского посла": behind the word for a death or an arrest the adjective tells whose
// ambassador it befell.
bool Finder::is_of_victim(const Name& name) const {
  const bool suffered = action().name == "kill" || action().type == "COERCE";
  return suffered && name.begin >= trigger_.match.end && name.end < s_.end &&
         s_.token(name.end).kind == TokenKind::kWord && s_.mark(name.end).marker == Part::kNone &&
         !s_.mark(name.end).conjunction && !s_.mark(name.end).boundary;
}

// A noun of doing beside adjectives: "Western sanctions", "Russian-Chinese talks".
void Finder::find_adjectives() {
  const size_t before = trigger_.match.begin > s_.begin ? trigger_.match.begin - 1 : s_.begin;
  const auto [from, to] = names_between(before, std::min(s_.end, trigger_.match.end + 5));
  size_t next = trigger_.match.end;
  for (size_t i = from; i < to; ++i) {
    const Name& name = s_.names[i];
    if (!name.adjective || !usable(i) || is_of_victim(name)) continue;
    // "على الحدود الأفغانية ووساطة": where adjectives follow their nouns it belongs to the one
    // before.
    const bool first = s_.grammar->order == WordOrder::kVerbFirst;
    if (first && name.end == trigger_.match.begin) continue;
    const bool beside = name.end == trigger_.match.begin || name.begin == next ||
                        (name.begin == next + 1 && !s_.is_word(next));
    if (!beside) break;
    take(i, roles_.actor);
    roles_.actor_rule = "adjective";
    if (name.begin >= trigger_.match.end) next = name.end;
  }
}

// Does nothing but small words stand between the clause's beginning and the trigger? Only then is a
// subject left out, and not merely unknown.
bool Finder::begins_clause() const {
  size_t words = 0;
  const Part first = s_.mark(bounds_.part_begin).marker;
  if (bounds_.part_begin < trigger_.match.begin && (first == Part::kIn || first == Part::kBy)) {
    return false;
  }
  for (size_t at = bounds_.part_begin; at < trigger_.match.begin; ++at) {
    const Mark& mark = s_.mark(at);
    const bool small = mark.adverb || mark.negation || mark.conjunction || mark.pronoun ||
                       mark.skip || mark.copula || mark.marker != Part::kNone;
    if (s_.is_word(at) && !small) ++words;
  }
  const bool tight = s_.token(trigger_.match.begin).spaceless;
  return words <= (trigger_.form == TriggerForm::kNoun || tight ? 4U : 2U);
}

}  // namespace synoptic::annotate::syntax
