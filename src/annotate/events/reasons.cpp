#include "annotate/events/reasons.h"

#include <algorithm>

namespace synoptic::annotate::syntax {
namespace {

bool ends_reason(const Sentence& s, size_t at) {
  const TokenKind kind = s.token(at).kind;
  return kind == TokenKind::kComma || kind == TokenKind::kStop;
}

// "For selling": words that also mean for whom are a reason only before a verb.
bool opens_reason(const Sentence& s, const PhraseMatch& words) {
  constexpr size_t kStem = 3;  // bytes before the ending
  std::string_view endings = s.grammar->word(WordClass::kReason, words.id).value;
  if (endings.empty()) return true;
  if (words.end >= s.end) return false;
  const std::string_view next = s.token(words.end).folded;
  while (!endings.empty()) {
    const size_t blank = std::min(endings.find(' '), endings.size());
    const std::string_view ending = endings.substr(0, blank);
    if (next.size() >= ending.size() + kStem && next.ends_with(ending)) return true;
    endings.remove_prefix(std::min(blank + 1, endings.size()));
  }
  return false;
}

// Words of a reason begin between the two, and go on to the later one.
bool opens_between(const Sentence& s, size_t from, size_t to) {
  PhraseMatch found;
  bool open = false;
  for (size_t at = from; at < to; ++at) {
    if (ends_reason(s, at)) open = false;
    if (s.match(WordClass::kReason, at, to, found) && opens_reason(s, found)) open = true;
  }
  return open;
}

// "北朝鮮に送金した疑いで": the words end behind the name and before the deed.
bool closes_between(const Sentence& s, size_t from, size_t to) {
  PhraseMatch found;
  for (size_t at = from; at < to; ++at) {
    if (ends_reason(s, at)) return false;
    if (s.match(WordClass::kReasonAfter, at, to, found)) return true;
  }
  return false;
}

}  // namespace

bool is_in_reason(const Sentence& sentence, const Trigger& deed, const Name& name) {
  const size_t verb = deed.match.begin;
  if (sentence.grammar->has(WordClass::kReason)) {
    if (name.begin >= deed.match.end) return opens_between(sentence, deed.match.end, name.begin);
    const bool last = sentence.grammar->order == WordOrder::kVerbLast;
    if (last && opens_between(sentence, sentence.begin, name.begin)) return true;
  }
  if (!sentence.grammar->has(WordClass::kReasonAfter) || name.end > verb ||
      name.part == Part::kSubject) {
    return false;
  }
  return closes_between(sentence, name.end, verb);
}

}  // namespace synoptic::annotate::syntax
