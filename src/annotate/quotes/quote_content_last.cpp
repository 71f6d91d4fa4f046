// Where what is said begins and ends in languages whose verb stands last: behind its subject, and
// in front of its cue.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kHeadReach = 24;  // tokens of "in a letter to the staff,"

}  // namespace

// "in a statement," and its kin before what is said.
size_t SentenceReader::behind_head(size_t from, size_t end) {
  PhraseMatch found;
  for (size_t at = from; at < std::min(end, from + kHeadReach); ++at) {
    if (frame_at(at) != nullptr) break;
    if (!cues_.match(CueClass::kHead, p_.tokens, at, end, found)) continue;
    size_t behind = found.end;
    const bool parted = behind < end && (p_.tokens[behind].kind == TokenKind::kComma ||
                                         frame_at(behind) != nullptr);
    if (p_.tokens[at].spaceless && !parted) continue;
    while (behind < end && p_.tokens[behind].kind != TokenKind::kWord &&
           frame_at(behind) == nullptr) {
      ++behind;
    }
    if (behind < end) {
      from = behind;
      at = behind - 1;
    }
  }
  return from;
}

size_t SentenceReader::before_tail(size_t from, size_t to) const {
  PhraseMatch found;
  for (bool cut = true; cut && to > from;) {
    cut = false;
    while (to > from && p_.tokens[to - 1].kind == TokenKind::kComma) --to;
    for (size_t at = to > from + 3 ? to - 3 : from; at < to; ++at) {
      if (cues_.match(CueClass::kTail, p_.tokens, at, to, found) && found.end == to && at > from) {
        to = at;
        cut = true;
        break;
      }
    }
  }
  return to;
}

size_t SentenceReader::behind_listener(const Cue& cue, size_t from, size_t to) const {
  // "accused the government of …": the object is no part of it.
  if (cue.kind == CueClass::kTell) {
    size_t behind = from;
    for (size_t at = from; at + 1 < to; ++at) {
      const auto accused = [&](const std::string& ending) {
        return p_.tokens[at].folded.ends_with(ending);
      };
      if (std::none_of(cues_.object_endings.begin(), cues_.object_endings.end(), accused)) continue;
      behind = at + 1;
      if (to == cue.begin) break;
    }
    from = behind;
  }
  if (cue.kind == CueClass::kAsk && from + 1 < to && !cues_.listener_endings.empty()) {
    const auto asked = [&](const std::string& ending) {
      return p_.tokens[from].folded.ends_with(ending);
    };
    if (std::any_of(cues_.listener_endings.begin(), cues_.listener_endings.end(), asked)) ++from;
  }
  // "told Reuters' that": a listener's name with its ending set off.
  for (const auto* mention : mentions_near(p_, from, from)) {
    if (cues_.listener_endings.empty()) break;
    if (token_at(p_.tokens, mention->at.range.begin) != from) continue;
    const size_t behind = token_at(p_.tokens, mention->at.range.end);
    if (behind + 2 >= to || p_.tokens[behind].kind != TokenKind::kOther) continue;
    const std::string_view ending = p_.tokens[behind + 1].folded;
    const bool listens = ending.size() <= 2 &&
                         std::any_of(cues_.listener_endings.begin(), cues_.listener_endings.end(),
                                     [&](const std::string& one) { return ending.ends_with(one); });
    if (listens) from = behind + 2;
    break;
  }
  return from;
}

// Some languages mark the last word of what is said.
bool SentenceReader::ends_as_said(const Cue& cue, size_t from, size_t to) const {
  const bool loose =
      cue.kind == CueClass::kTake || cue.kind == CueClass::kTell || cues_.content_endings.empty();
  const auto ends = [&](const std::string& ending) {
    for (size_t at = to; at-- > from && at + 4 >= to;) {
      if (p_.tokens[at].kind == TokenKind::kWord && p_.tokens[at].folded.ends_with(ending)) {
        return true;
      }
    }
    return false;
  };
  return loose || std::any_of(cues_.content_endings.begin(), cues_.content_endings.end(), ends);
}

}  // namespace synoptic::annotate::syntax
