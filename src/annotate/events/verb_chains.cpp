#include "annotate/events/verb_chains.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kOwnVerb = 2;  // tokens behind a trigger that may be of its verb: "हमला करने"

// The value of the ending that the word has; empty: none.
std::string_view ending_of(const Sentence& s, size_t at) {
  if (!s.is_word(at) || s.mark(at).name >= 0) return {};
  const auto* ending = s.grammar->ending(WordClass::kJoinEnding, s.token(at).folded);
  return ending == nullptr ? std::string_view() : std::string_view(ending->value);
}

bool joins(const Sentence& s, const Trigger& trigger, size_t limit) {
  const size_t last = trigger.match.end - 1;
  const size_t reach = std::min(limit, trigger.match.end + kOwnVerb);
  for (size_t at = last; at < reach; ++at) {
    if (at > last && s.token(at).kind != TokenKind::kWord) return false;
    const std::string_view value = ending_of(s, at);
    if (value == "join_ending" || (value == "verb_ending" && at == last)) return true;
    if (value == "list_ending") return at + 1 < limit && s.mark(at + 1).conjunction;
  }
  return false;
}

// Without blanks: what stands between the verb and its comma, or the next word, ends so.
bool joins_tight(const Sentence& s, const Trigger& trigger, size_t limit) {
  size_t end = trigger.match.end;
  while (end < limit && end < trigger.match.end + kOwnVerb && s.is_word(end)) ++end;
  const bool comma = end < limit && s.token(end).kind == TokenKind::kComma;
  if (!comma) end = trigger.match.end;
  const Range range{s.token(trigger.match.begin).at.begin, s.token(end - 1).at.end};
  const std::string_view verb = range.of(s.passage->text);
  const auto& endings = s.grammar->words[static_cast<size_t>(WordClass::kJoinEnding)];
  return comma && std::ranges::any_of(endings, [&](const Grammar::Word& ending) {
           return ending.value == "join_ending" && verb.ends_with(ending.text);
         });
}

}  // namespace

const Trigger* next_in_chain(const Sentence& s, const Trigger& trigger) {
  if (s.grammar->order != WordOrder::kVerbLast || !s.grammar->has(WordClass::kJoinEnding)) {
    return nullptr;
  }
  const auto next = std::ranges::find_if(
      s.triggers, [&](const Trigger& other) { return other.match.begin >= trigger.match.end; });
  // "攻撃し、今後も攻撃を続ける": what goes on was done.
  if (next == s.triggers.end() || next->action == trigger.action) return nullptr;
  const size_t limit = next->match.begin;
  for (size_t at = trigger.match.end; at < limit; ++at) {
    if (s.token(at).kind == TokenKind::kStop) return nullptr;
  }
  // A subject of its own begins another story.
  const bool own = std::ranges::any_of(s.names, [&](const Name& name) {
    return name.part == Part::kSubject && name.begin >= trigger.match.end && name.end <= limit;
  });
  if (own) return nullptr;
  const bool tight = s.token(trigger.match.begin).spaceless;
  const bool chained = tight ? joins_tight(s, trigger, limit) : joins(s, trigger, limit);
  return chained ? &*next : nullptr;
}

bool is_fact(const Sentence& s, size_t at) { return ending_of(s, at) == "fact_ending"; }

bool tells_fact(const Sentence& s, const Trigger& trigger) {
  return is_fact(s, trigger.match.end - 1);
}

bool ends_before_conjunction(const Sentence& s, const Trigger& trigger) {
  const size_t end = trigger.match.end;
  if (trigger.form == TriggerForm::kNoun || end >= s.end || s.token(end).spaceless) return false;
  return s.mark(end).conjunction && s.mark(end).name < 0 && ending_of(s, end - 1).empty();
}

}  // namespace synoptic::annotate::syntax
