// Reported speech in languages whose verb stands last: speaker, what is said, cue.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kCueReach = 20;      // tokens between a quotation and its cue
constexpr size_t kLongestTitle = 24;  // tokens of a headline's speaker

}  // namespace

// "X के अनुसार …": who is cited stands in front of the cue, what is said behind it.
void SentenceReader::read_according_last(const Cue& cue, size_t index, size_t citing) {
  if (words_in(free_, cue.begin) == 0) return;
  Saying said = saying(cue, "according to");
  if (citing < cue.begin) {
    size_t source = free_;
    name(said, subject_of_last(source, citing, false));
    if (const auto who = speakers_.link(p_, source, citing)) said.source = who->text;
  } else {
    auto who = speakers_.last_in(p_, free_, cue.begin);
    name(said, std::move(who));
  }
  size_t at = cue.end;
  while (at < end_ && p_.tokens[at].kind != TokenKind::kWord && frame_at(at) == nullptr) ++at;
  const auto next =
      std::find_if(found_.begin() + static_cast<std::ptrdiff_t>(index) + 1, found_.end(),
                   [&](const Cue& one) { return one.begin > at && one.kind != CueClass::kRumour; });
  size_t end = end_;
  if (next != found_.end() && words_in(at, next->begin) >= 2) {
    size_t probe = at;
    const auto own = subject_of_last(probe, next->begin, false);
    if (own && probe < next->begin &&
        !cues_.tables[static_cast<size_t>(CueClass::kSubject)].empty()) {
      source_ = said.speaker ? said.speaker->text : source_;
      free_ = at;
      return;
    }
    end = next->begin;
  }
  // "… , it is said": a cue of hearsay at the end is no part of it.
  for (size_t i = index + 1; i < found_.size(); ++i) {
    if (found_[i].kind == CueClass::kRumour && found_[i].begin > at) {
      end = std::min(end, found_[i].begin);
    }
  }
  push(std::move(said), at, end);
  free_ = end_;
}

// "…, it is said".
void SentenceReader::read_rumour_last(const Cue& cue) {
  Saying said = saying(cue, "cue last");
  said.nobody = true;
  said.hearsay = is(CueClass::kGoesOn, cue.begin);
  if (said.hearsay) {
    said.nobody = false;
    name(said, std::nullopt);
  }
  // "in the statement it was said that": the paper speaks.
  size_t comma = free_;
  while (comma < cue.begin && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
  if (comma < cue.begin && comma - free_ <= 8) {
    for (size_t at = free_; at < comma; ++at) {
      if (!is(CueClass::kStatement, at) && !is(CueClass::kLetter, at) && !is(CueClass::kHead, at)) {
        continue;
      }
      said.nobody = false;
      name(said, speakers_.link(p_, free_, comma));
      push(std::move(said), comma + 1, cue.begin);
      return;
    }
  }
  if (words_in(free_, cue.begin) >= 2) {
    push(std::move(said), free_, cue.begin);
  } else if (words_in(cue.end, end_) >= 2) {
    push(std::move(said), cue.end, end_);
  }
}

// The quotation beside the cue, and the one behind it that goes on: "«A» said X, «B»."
void SentenceReader::push_frame_last(Saying said, const Frame& frame, const Cue& cue,
                                     size_t index) {
  said.rule = "marks and cue";
  Saying more = said;
  push(std::move(said), frame.open, frame.close);
  free_ = std::max(free_, cue.end);
  const auto next =
      std::find_if(std::lower_bound(frames_.begin(), frames_.end(), cue.end,
                                    [](const Frame& f, size_t at) { return f.open < at; }),
                   frames_.end(), [](const Frame& f) { return !f.used; });
  const bool other = index + 1 < found_.size();
  if (next != frames_.end() && next->close <= end_ && !other && next->open - cue.end <= 10) {
    more.rule = "goes on";
    push(std::move(more), next->open, next->close);
  }
}

void SentenceReader::read_last_cue(size_t index) {
  const Cue cue = found_[index];
  if (cue.begin < free_) return;
  PhraseMatch found;
  Saying said = saying(cue, "cue last");
  // Whom the speaker cites: "citing officials,", "as the word of an official,".
  size_t from = free_, citing = cue.begin, citing_end = cue.begin;
  for (size_t at = free_; at < cue.begin; ++at) {
    if (!cues_.match(CueClass::kCitingAfter, p_.tokens, at, cue.begin, found)) continue;
    citing = at;
    citing_end = found.end;
    break;
  }
  if (cue.kind == CueClass::kAccordingAfter) return read_according_last(cue, index, citing);
  // "X called out to them: «…»"
  const std::string_view mark = cue.end < end_ ? p_.tokens[cue.end].at.of(p_.text) : "";
  if (mark == ":" || mark == "：") {
    Frame* behind = frame_at(cue.end + 1);
    if (behind != nullptr && frame_before(cue.begin, free_) == nullptr) {
      name(said, subject_of_last(from, cue.begin, true));
      said.rule = "colon";
      push(std::move(said), behind->open, behind->close);
      return;
    }
  }
  if (cue.kind == CueClass::kRumour) return read_rumour_last(cue);
  Frame* frame = frame_before(cue.begin, free_);
  if (frame != nullptr && cue.begin - frame->close > kCueReach) frame = nullptr;
  const bool adjacent = frame != nullptr && words_in(frame->close, cue.begin) <= 3;
  size_t end = cue.begin;
  bool leads = false;  // the quotation begins the sentence, its speaker stands behind it
  std::optional<model::Argument> who;
  const size_t inside = subject_in_gap(cue);
  if (inside > cue.gap_begin) {
    who = speakers_.link(p_, cue.gap_begin, inside);
  } else if (citing < cue.begin) {
    who = subject_of_last(from, citing, false);
    if (const auto source = speakers_.link(p_, from, citing)) said.source = source->text;
    from = citing_end;
  } else if (auto own = subject_behind(frame, cue)) {
    who = std::move(own);
    leads = true;
  } else if (auto between = subject_behind_clause(cue, end)) {
    who = std::move(between);
  } else {
    who = subject_of_last(from, adjacent ? frame->open : end, adjacent);
  }
  from = behind_head(from, end);
  size_t to = before_tail(from, end);
  if (cue.kind == CueClass::kParticiple) {
    // "[he] said that …, X added": the subject stands behind.
    const bool told = who && from > 0 && p_.tokens[from - 1].kind == TokenKind::kComma;
    if (!told && !adjacent) from = free_;
    auto behind = told ? std::nullopt : speakers_.behind(p_, cue.end, end_);
    if (behind) who = std::move(behind);
  } else if (!who && frame != nullptr && words_in(cue.end, end_) > 0 &&
             !p_.tokens[cue.begin].spaceless && index + 1 == found_.size()) {
    who = speakers_.behind(p_, cue.end, end_);
  }
  if (!who && adjacent && words_in(free_, frame->open) == 0 && !p_.tokens[cue.begin].spaceless &&
      words_in(frame->close, cue.begin) > 1) {
    size_t between = frame->close;  // "«…» X so promised"
    if (p_.tokens[between].at.begin == frame->marks.outer.end) ++between;  // a particle
    who = subject_of_last(between, cue.begin, false);
    if (who && is(CueClass::kHead, token_at(p_.tokens, who->at.range.begin))) who.reset();
  }
  name(said, std::move(who));
  if (is(CueClass::kThus, cue.begin)) {
    said.bare = true;
    sayings_.push_back(std::move(said));
    return;
  }
  const bool at_frame =
      leads || (frame != nullptr && adjacent &&
                (words_in(from, frame->open) == 0 || !cues_.subject_endings.empty()));
  if (at_frame) return push_frame_last(std::move(said), *frame, cue, index);
  if (words_in(from, to) == 0) {
    if (frame == nullptr && cue.kind != CueClass::kTake && cue.kind != CueClass::kTell) {
      said.bare = true;
      sayings_.push_back(std::move(said));
    }
    return;
  }
  from = behind_listener(cue, from, to);
  if (cues_.match(CueClass::kKept, p_.tokens, cue.begin, cue.end, found)) to = found.end;
  if (!ends_as_said(cue, from, to)) return;
  push(std::move(said), from, to);
  free_ = std::max(free_, cue.end);
}

void SentenceReader::read_last() {
  for (size_t i = 0; i < found_.size(); ++i) read_last_cue(i);
  // "Xは「…」と" and any verb.
  for (Frame& frame : frames_in(begin_, end_)) {
    if (frame.used || frame.close + 1 >= end_) continue;
    PhraseMatch found;
    if (!cues_.match(CueClass::kThat, p_.tokens, frame.close, end_, found)) continue;
    size_t from = std::max(free_, begin_);
    if (from >= frame.open) continue;
    auto who = subject_of_last(from, frame.open, true);
    if (!who || words_in(from, frame.open) > 0) continue;
    const size_t first = token_at(p_.tokens, who->at.range.begin);
    const size_t last = token_at(p_.tokens, who->at.range.end);
    if (!speakers_.names_somebody(p_, first, last) && !speakers_.is_pronoun(p_, *who)) continue;
    Saying said = saying({CueClass::kSay, frame.close, found.end, 0, 0}, "marks and particle");
    name(said, std::move(who));
    push(std::move(said), frame.open, frame.close);
  }
}

// A script whose words stand without blanks, or whose particles are left out in headlines.
bool SentenceReader::borders_words(size_t token) const {
  return p_.tokens[token].spaceless ||
         text::is_hangul(text::decode(p_.text, p_.tokens[token].at.begin).value);
}

// "首相「増税は考えていない」": a speaker and his words, and nothing else.
bool SentenceReader::read_headline() {
  Frame* frame = frame_before(end_, begin_);
  if (frame == nullptr || frame->open == begin_ || frame->open - begin_ > kLongestTitle ||
      words_in(frame->close, end_) > 0) {
    return false;
  }
  size_t from = begin_;
  for (size_t at = begin_; at < frame->open; ++at) {
    const TokenKind kind = p_.tokens[at].kind;
    if (kind == TokenKind::kStop || kind == TokenKind::kComma) from = at + 1;
  }
  if (from >= frame->open || !borders_words(frame->open - 1)) {
    return false;
  }
  if (!speakers_.names_somebody(p_, from, frame->open) || words_in(from, frame->open) > 8) {
    return false;
  }
  Saying said = saying({CueClass::kSay, frame->open, frame->open, 0, 0}, "headline");
  name(said, speakers_.link(p_, from, frame->open));
  push(std::move(said), frame->open, frame->close);
  return true;
}

}  // namespace synoptic::annotate::syntax
