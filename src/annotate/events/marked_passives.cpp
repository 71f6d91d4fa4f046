#include "annotate/events/marked_passives.h"

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kAgentReach = 16;  // tokens between the mark and its verb
constexpr size_t kEndingReach = 3;  // tokens behind the verb

bool ends_clause_before(const Sentence& s, size_t at) {
  const TokenKind kind = s.token(at).kind;
  const Mark& mark = s.mark(at);
  return kind == TokenKind::kComma || kind == TokenKind::kStop || mark.boundary ||
         mark.trigger >= 0;
}

bool is_ending_behind(const Sentence& s, const PartyWords& words, const Trigger& trigger) {
  const size_t end = trigger.match.end;
  const Token& last = s.token(end - 1);
  if (!last.spaceless) {  // written in one with the verb
    const std::string_view folded = last.folded;
    for (size_t at = 1; at < folded.size(); ++at) {
      if ((static_cast<unsigned char>(folded[at]) & 0xC0) == 0x80) continue;
      if (words.passive_behind.at_begin(folded.substr(at)) > 0) return true;
    }
    return false;
  }
  std::string behind;
  for (size_t at = end; at < s.end && at < end + kEndingReach; ++at) behind += s.token(at).folded;
  return words.passive_behind.at_begin(behind) > 0;
}

// Nobody is struck or protested; what is done together befalls none of the sides.
bool may_befall(const Action& action) {
  return !action.type.empty() && !action.natural && !action.swapped && !action.mutual &&
         action.type != "PROTEST" && action.type != "CONSULT" && action.type != "MOBILIZE";
}

}  // namespace

std::optional<PassiveMark> passive_before(const Sentence& s, const PartyWords& words,
                                          const Trigger& trigger) {
  if (words.passive_before.empty()) return std::nullopt;
  std::string front;
  const size_t verb = trigger.match.begin;
  for (size_t at = verb; at-- > s.begin && verb - at <= kAgentReach;) {
    if (ends_clause_before(s, at)) return std::nullopt;
    if (s.mark(at).name >= 0) {
      front.clear();
      continue;
    }
    constexpr size_t kLongestMark = 12;  // bytes
    front.insert(0, s.token(at).folded);
    if (front.size() > kLongestMark) front.resize(kLongestMark);
    // The longer mark, 遭到, begins where the shorter one does.
    size_t size = words.passive_before.at_begin(front);
    if (size == 0 && verb - at <= 2 && words.passive_near.has(front)) size = front.size();
    if (size == 0) continue;
    size_t end = at;
    for (size_t bytes = 0; end < verb && bytes < size; ++end) bytes += s.token(end).folded.size();
    return PassiveMark{at, end};
  }
  return std::nullopt;
}

std::optional<size_t> behind_relative_passive(const Sentence& s, const PartyWords& words,
                                              const Trigger& trigger) {
  size_t at = trigger.match.end;
  if (!s.token(at - 1).spaceless) {
    const bool relative = words.relative_ending.at_end(s.token(at - 1).folded) > 0;
    if (relative && at < s.end && s.is_word(at)) return at;
    return std::nullopt;
  }
  std::string ending;
  for (; at < s.end && at < trigger.match.end + kEndingReach + 1; ++at) {
    ending += s.token(at).folded;
    if (!words.relative_ending.has(ending)) continue;
    const size_t next = at + 1;
    if (next >= s.end || !s.is_word(next)) return std::nullopt;
    const std::string_view sign = s.token(next).at.of(s.passage->text);
    const char32_t first = text::decode(sign, 0).value;
    if (text::is_han(first) || text::is_katakana(first)) return next;
    return std::nullopt;
  }
  return std::nullopt;
}

void read_passives(Sentence& s, const PartyWords& words) {
  for (Trigger& trigger : s.triggers) {
    if (trigger.form != TriggerForm::kVerb || !may_befall(*trigger.action)) continue;
    if (passive_before(s, words, trigger) ||
        (!words.passive_behind.empty() && is_ending_behind(s, words, trigger))) {
      trigger.form = TriggerForm::kPassive;
    }
  }
}

}  // namespace synoptic::annotate::syntax
