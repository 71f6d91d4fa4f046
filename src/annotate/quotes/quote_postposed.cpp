// A quotation in marks and the cue behind it: "«…», said X", "«…» X said".
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {

// "[A paper] quotes [a person]", "quotes [the “Echo”] [a person]": who speaks, and the paper as the
// source. `from`: where the words before the cue begin; `who`: the speaker, were it any other cue.
std::optional<model::Argument> SentenceReader::quoted_by(const Cue& cue, size_t from,
                                                         std::optional<model::Argument> who,
                                                         std::string& source) {
  const auto paper = from < cue.begin ? speakers_.before(p_, from, cue.begin) : std::nullopt;
  if (paper) {
    source = paper->text;
    return cue.has_gap() ? speakers_.link(p_, cue.gap_begin, cue.gap_end)
                         : speakers_.behind(p_, cue.end, end_);
  }
  size_t at = cue.end;
  while (at < end_ && p_.tokens[at].kind != TokenKind::kQuote) ++at;
  size_t close = at + 1;
  while (close < end_ && p_.tokens[close].kind != TokenKind::kQuote) ++close;
  if (close + 1 >= end_) return who;
  if (const auto name = speakers_.link(p_, at + 1, close)) source = name->text;
  if (Frame* other = frame_at(at)) other->used = true;
  return speakers_.behind(p_, close + 1, end_);
}

// "«A», said X, «B»": B follows before any other cue.
void SentenceReader::push_next(Saying more, const Cue& cue, size_t subject_end) {
  const auto next =
      std::find_if(std::lower_bound(frames_.begin(), frames_.end(), cue.end,
                                    [](const Frame& f, size_t at) { return f.open < at; }),
                   frames_.end(), [](const Frame& f) { return !f.used; });
  if (next == frames_.end() || next->close > end_ || next->open - subject_end > kSubjectReach) {
    return;
  }
  for (size_t at = cue.end; at < next->open; ++at) {
    const std::string_view mark = p_.tokens[at].at.of(p_.text);
    if (mark == ";" || mark == ":" || mark == "：") return;
  }
  constexpr size_t kNearCue = 8;  // tokens
  const bool other = std::ranges::any_of(found_, [&](const Cue& one) {
    return one.begin >= cue.end && (one.end <= next->open || (one.begin >= next->close &&
                                                              one.begin - next->close < kNearCue));
  });
  if (other) return;
  more.rule = "goes on";
  push(std::move(more), next->open, next->close);
}

bool SentenceReader::read_postposed(const Cue& cue) {
  Frame* frame = frame_before(cue.begin, free_);
  if (frame == nullptr || cue.begin - frame->close > kSubjectReach) return false;
  size_t words = 0;
  bool parted = false;
  for (size_t at = frame->close; at < cue.begin; ++at) {
    const Token& token = p_.tokens[at];
    if (token.at.of(p_.text) == ":" || is(CueClass::kThat, at)) {
      if (token.kind != TokenKind::kComma) return false;
    }
    if (token.kind == TokenKind::kWord) ++words;
    parted = parted || token.kind == TokenKind::kComma || token.kind == TokenKind::kStop;
  }
  const std::string_view inner = frame->marks.inner.of(p_.text);
  if (!inner.empty()) {
    const char32_t last = text::decode_before(inner, inner.size()).value;
    parted = parted || (text::is_punctuation(last) && last != U')');
  }
  // "«The Courier» reports that": a name in marks.
  const bool touches = !parted && words == 0 && frame->close < cue.begin + 1;
  if (touches &&
      (cue.end < end_ && (is(CueClass::kThat, cue.end) ||
                          (cue.end + 1 < end_ && p_.tokens[cue.end].kind == TokenKind::kComma &&
                           is(CueClass::kThat, cue.end + 1))))) {
    frame->used = true;
    return false;
  }
  const bool bare_words = words > 0 && !parted;
  const bool starts = words_in(free_, frame->open) == 0;
  if (bare_words && !starts) return false;
  Saying said = saying(cue, "marks and cue");
  std::optional<model::Argument> who;
  if (cue.kind == CueClass::kReads) {
    who = paper(cue.end, end_);
    if (!who) who = paper(frame->close, cue.begin);
  } else {
    if (words > 0) who = speakers_.before(p_, frame->close, cue.begin);
    if (!who) who = speakers_.behind(p_, cue.has_gap() ? cue.gap_begin : cue.end, end_);
    // "… “inevitable” called": the verb of a clause may stand last.
    if (!who && !starts && words == 0) who = speakers_.before(p_, free_, frame->open);
  }
  if (cue.kind == CueClass::kQuotes) {
    who = quoted_by(cue, words > 0 ? frame->close : cue.begin, std::move(who), said.source);
  }
  // Inside another speaker's words that have no marks: "X said the plan was “bad”, Y agreed".
  size_t subject_end = cue.end;
  if (who) subject_end = std::max(subject_end, token_at(p_.tokens, who->at.range.end));
  name(said, std::move(who));
  const size_t from = cues_.whole || starts ? free_ : frame->open;
  Saying more = said;
  push(std::move(said), std::max(from, free_), frame->close);
  free_ = std::max(free_, subject_end);
  push_next(std::move(more), cue, subject_end);
  return true;
}

}  // namespace synoptic::annotate::syntax
