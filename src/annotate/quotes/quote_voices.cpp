#include "annotate/quotes/quote_voices.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestName = 6, kLongestTight = 12;  // tokens of the second speaker
constexpr size_t kLeastTold = 2;                        // words that the second says
constexpr size_t kLongSaid = 7, kLongSaidTight = 16;    // with the speaker, without a number

class Voices {
 public:
  Voices(const Passage& p, const QuoteCues& cues, const SpeakerFinder& speakers, size_t begin,
         size_t end)
      : p_(p), cues_(cues), speakers_(speakers), begin_(begin), end_(end) {}

  std::vector<size_t> find() {
    std::vector<size_t> out;
    size_t from = begin_;
    size_t cue = end_;  // by which the part from there on has a speaker
    for (size_t at = begin_; at < end_; ++at) {
      if (cue == end_) {
        if (tells_speaker(from, at)) cue = at;
        continue;
      }
      if (!parts(at) || !says_something(cue, at)) continue;
      const size_t next = behind_joints(at + 1);
      if (!is_voice(next)) continue;
      out.push_back(at + 1);
      from = at + 1;
      cue = end_;
    }
    return out;
  }

 private:
  bool is(CueClass kind, size_t at) const { return cues_.is(kind, p_.tokens, at, end_); }

  bool parts(size_t at) const {
    const Token& token = p_.tokens[at];
    return token.kind == TokenKind::kComma || token.at.of(p_.text) == ";" ||
           token.at.of(p_.text) == "؛" || token.at.of(p_.text) == "；";
  }

  size_t told(size_t begin, size_t end) const {
    size_t words = 0;
    for (size_t at = begin; at < end; ++at) words += p_.tokens[at].kind == TokenKind::kWord ? 1 : 0;
    return words;
  }

  // "According to the paper, the ministry said": the paper has it from the ministry, and says
  // nothing itself.
  bool says_something(size_t cue, size_t end) const {
    const bool tight = p_.tokens[cue].spaceless;
    size_t words = 0;
    for (size_t at = cue + 1; at < end; ++at) {
      const Token& token = p_.tokens[at];
      if (parts(at) || text::digit_value(text::decode(p_.text, token.at.begin).value) >= 0)
        return true;
      words += token.kind == TokenKind::kWord ? 1 : 0;
    }
    return words >= (tight ? kLongSaidTight : kLongSaid);
  }

  // "While", "but": they belong to the part that follows.
  size_t behind_joints(size_t at) const {
    PhraseMatch found;
    while (at < end_ &&
           (cues_.match(CueClass::kJoin, p_.tokens, at, end_, found) ||
            cues_.match(CueClass::kLead, p_.tokens, at, end_, found)) &&
           found.end > at && !is(CueClass::kAccording, at)) {
      at = found.end;
    }
    return at;
  }

  // A cue that has its speaker beside it begins or ends at the token.
  bool tells_speaker(size_t from, size_t at) const {
    if (!p_.tokens[at].opens(Token::kCue)) return false;
    if (is(CueClass::kAccording, at) && told(from, at) <= kLeastTold) return true;
    if (cues_.order == CueOrder::kCueLast) {
      return is(CueClass::kAccordingAfter, at) && at > from && at - from <= kLongestTight;
    }
    return is_said_by(from, at);
  }

  // "[the union] said …"
  bool is_said_by(size_t from, size_t at) const {
    if (cues_.order != CueOrder::kSpeakerFirst || at <= from || !is(CueClass::kSay, at))
      return false;
    const size_t most = p_.tokens[from].spaceless ? kLongestTight : kLongestName;
    return at - from <= most && speakers_.is_speaker(p_, from, at) &&
           !std::any_of(p_.tokens.begin() + static_cast<std::ptrdiff_t>(from),
                        p_.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                        [](const Token& token) { return token.kind != TokenKind::kWord; });
  }

  // Another's part begins at the token, and says something.
  bool is_voice(size_t from) const {
    if (from >= end_) return false;
    PhraseMatch found;
    if (cues_.match(CueClass::kAccording, p_.tokens, from, end_, found)) {
      return told(found.end, end_) > kLeastTold;
    }
    if (cues_.order == CueOrder::kCueLast) {
      for (size_t at = from + 1; at < end_ && at - from <= kLongestTight && !parts(at); ++at) {
        if (is(CueClass::kAccordingAfter, at)) return told(at + 1, end_) >= kLeastTold;
      }
      return false;
    }
    for (size_t at = from + 1; at < end_ && at - from <= kLongestTight && !parts(at); ++at) {
      if (!p_.tokens[at].opens(Token::kCue) || !is_said_by(from, at)) continue;
      cues_.match(CueClass::kSay, p_.tokens, at, end_, found);
      return found.end < end_ && !parts(found.end) && told(found.end, end_) >= kLeastTold &&
             !is(CueClass::kCut, found.end) &&
             speakers_.behind_time(p_, found.end, end_) == found.end;
    }
    return false;
  }

  const Passage& p_;
  const QuoteCues& cues_;
  const SpeakerFinder& speakers_;
  size_t begin_, end_;
};

}  // namespace

std::vector<size_t> second_voices(const Passage& p, const QuoteCues& cues,
                                  const SpeakerFinder& speakers, size_t begin, size_t end) {
  return Voices(p, cues, speakers, begin, end).find();
}

}  // namespace synoptic::annotate::syntax
