// Who won and who was beaten where the verb ends the clause and the names stand without markers, as
// in headlines.
#include <algorithm>

#include "annotate/events/arguments_finder.h"

namespace synoptic::annotate::syntax {
namespace {

// "A, B 꺾고", "A Chelsea'yi yenerek": does the language mark who does it?
bool marks_subjects(const Grammar& grammar) {
  const auto& words = grammar.words[static_cast<size_t>(WordClass::kMarkerAfter)];
  return std::any_of(words.begin(), words.end(),
                     [](const Grammar::Word& word) { return word.part == Part::kSubject; });
}

}  // namespace

// The unmarked name right before the verb, where another one before it may have won, or where
// winners have a marker of their own.
bool Finder::is_beaten_before(size_t i) const {
  constexpr size_t kBetween = 4;  // tokens: a score
  const Name& name = s_.names[i];
  if (!action().versus || s_.grammar->order != WordOrder::kVerbLast) return false;
  if (trigger_.form != TriggerForm::kVerb || name.part != Part::kNone) return false;
  if (name.end > trigger_.match.begin || trigger_.match.begin - name.end > kBetween) return false;
  const auto [from, to] = names_between(bounds_.begin, trigger_.match.begin);
  for (size_t at = from; at < to; ++at) {
    if (s_.names[at].part == Part::kObject) return false;
  }
  return marks_subjects(*s_.grammar) || winner_before(i).has_value();
}

std::optional<size_t> Finder::winner_before(size_t i) const {
  for (size_t at = i; at-- > 0 && s_.names[at].begin >= bounds_.begin;) {
    if (plain(at)) return at;
  }
  return std::nullopt;
}

// "Barcelona'yı yenen Real Madrid": the verb stands before who did it.
std::optional<size_t> Finder::winner_behind() const {
  if (!action().versus || s_.grammar->order != WordOrder::kVerbLast) return std::nullopt;
  const auto [from, to] = names_between(trigger_.match.end, trigger_.match.end + 1);
  if (from < to && plain(from)) return from;
  return std::nullopt;
}

// "A、B杯制覇ならず Cに敗れる": who lost is whom the headline begins with.
std::optional<size_t> Finder::loser(std::optional<size_t> who) const {
  if (!action().swapped || s_.grammar->order != WordOrder::kVerbLast) return who;
  if (!who || s_.names[*who].part != Part::kNone) return who;
  const auto [from, to] = names_between(s_.begin, trigger_.match.begin);
  for (size_t i = from; i < to; ++i) {
    if (plain(i)) return i;
  }
  return who;
}

}  // namespace synoptic::annotate::syntax
