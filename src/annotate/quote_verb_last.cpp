// Reported speech in languages whose verb stands last: speaker, what is said, cue.
#include <algorithm>

#include "annotate/quote_sentence.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kCueReach = 20;      // tokens between a quotation and its cue
constexpr size_t kHeadReach = 24;     // tokens of "in a letter to the staff,"
constexpr size_t kLongestTitle = 24;  // tokens of a headline's speaker

}  // namespace

// The subject of tokens [from, end); `from` is moved to where what is said begins.
std::optional<model::Argument> SentenceReader::subject_of_last(size_t& from, size_t end,
                                                               bool quoted) {
  PhraseMatch found;
  const auto skip_marks = [&] {
    while (from < end && p_.tokens[from].kind != TokenKind::kWord && frame_at(from) == nullptr) {
      ++from;
    }
  };
  skip_marks();
  while (from < end && cues_.match(CueClass::kLead, p_.tokens, from, end, found)) {
    from = found.end;
    skip_marks();
  }
  const auto take = [&](size_t begin, size_t to, size_t behind) {
    auto who = speakers_.link(p_, begin, to);
    from = behind;
    skip_marks();
    return who;
  };
  if (cues_.match(CueClass::kPronoun, p_.tokens, from, end, found)) {
    const size_t begin = from, to = found.end;
    size_t behind = to;
    PhraseMatch particle;
    if (cues_.match(CueClass::kSubject, p_.tokens, to, end, particle)) behind = particle.end;
    if (behind > to || (behind < end && p_.tokens[behind].kind == TokenKind::kComma) ||
        cues_.tables[static_cast<size_t>(CueClass::kSubject)].empty() || behind == end) {
      return take(begin, to, behind);
    }
  }
  const auto segment_of = [&](size_t at) {  // behind the last comma
    size_t begin = at;
    while (begin > from && p_.tokens[begin - 1].kind != TokenKind::kComma) --begin;
    return begin;
  };
  for (const CueClass kind : {CueClass::kSubject, CueClass::kWeakSubject}) {
    // The first one, unless a later one marks somebody who may speak.
    size_t first = end, first_behind = end, tries = 0;
    for (size_t at = from + 1; at < end && tries < 4; ++at) {
      if (frame_at(at) != nullptr) break;
      if (!cues_.match(kind, p_.tokens, at, end, found)) continue;
      size_t to = at;
      while (to > from && p_.tokens[to - 1].kind != TokenKind::kWord &&
             p_.tokens[to - 1].kind != TokenKind::kClose) {
        --to;
      }
      const size_t begin = segment_of(to);
      if (begin >= to || (first < end && begin < first_behind)) continue;
      ++tries;
      const size_t behind = found.end;
      if (speakers_.names_somebody(p_, begin, to) || !p_.tokens[at].spaceless) {
        return take(begin, to, behind);
      }
      if (first == end) {
        first = to;
        first_behind = behind;
      }
    }
    if (first < end) return take(segment_of(first), first, first_behind);
  }
  for (size_t at = from; at < end && !cues_.subject_endings.empty(); ++at) {
    if (frame_at(at) != nullptr) break;
    const std::string_view word = p_.tokens[at].folded;
    const auto ends = [&](const std::string& ending) {
      // "최고경영자(CEO)는": behind a bracket the ending stands alone.
      const bool bare = at > from && p_.tokens[at - 1].kind == TokenKind::kClose;
      return word.ends_with(ending) && (word.size() > ending.size() || bare);
    };
    if (std::any_of(cues_.subject_endings.begin(), cues_.subject_endings.end(), ends)) {
      const bool alone =
          at > from && p_.tokens[at - 1].kind == TokenKind::kClose &&
          std::ranges::find(cues_.subject_endings, word) != cues_.subject_endings.end();
      return take(segment_of(at), alone ? at : at + 1, at + 1);
    }
  }
  if (!cues_.subject_endings.empty() ||
      !cues_.tables[static_cast<size_t>(CueClass::kWeakSubject)].empty()) {
    return std::nullopt;
  }
  for (size_t at = from; at < end; ++at) {
    if (frame_at(at) != nullptr) break;
    if (p_.tokens[at].kind != TokenKind::kComma) continue;
    // "X, in a statement, …" and "Yesterday, X …"
    if (at - from <= 14) {
      if (auto who = speakers_.before(p_, from, at)) {
        from = at + 1;
        skip_marks();
        return who;
      }
    }
    if (at - from > 14) break;
    from = at + 1;
    skip_marks();
  }
  if (quoted) {
    size_t to = from;
    while (to < end && frame_at(to) == nullptr) ++to;
    auto who = speakers_.before(p_, from, to);
    from = to;
    return who;
  }
  // Without a comma: a name or a word for speakers at the front, else the first word.
  size_t to = from;
  for (const auto* mention : mentions_near(p_, from, from + 3)) {
    const size_t first = token_at(p_.tokens, mention->at.range.begin);
    if (first >= from && first <= from + 2 && first < end && mention->form != "adjective") {
      to = std::max(to, token_at(p_.tokens, mention->at.range.end));
    }
  }
  for (size_t at = from; at < std::min(end, from + 4); ++at) {
    if (cues_.match(CueClass::kWho, p_.tokens, at, end, found)) to = std::max(to, found.end);
  }
  if (to == from) to = from + 1;
  if (to >= end) return std::nullopt;
  return take(from, to, to);
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
  if (cue.kind == CueClass::kAccordingAfter) {
    if (words_in(free_, cue.begin) == 0) return;
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
    const auto next = std::find_if(
        found_.begin() + static_cast<std::ptrdiff_t>(index) + 1, found_.end(),
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
    said.rule = "according to";
    push(std::move(said), at, end);
    free_ = end_;
    return;
  }
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
  if (cue.kind == CueClass::kRumour) {
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
        if (!is(CueClass::kStatement, at) && !is(CueClass::kLetter, at) &&
            !is(CueClass::kHead, at)) {
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
    return;
  }
  Frame* frame = frame_before(cue.begin, free_);
  if (frame != nullptr && cue.begin - frame->close > kCueReach) frame = nullptr;
  const bool adjacent = frame != nullptr && words_in(frame->close, cue.begin) <= 3;
  size_t end = cue.begin;
  bool leads = false;  // the quotation begins the sentence, its speaker stands behind it
  std::optional<model::Argument> who;
  // "…, と弁護士は言う": the subject inside the cue.
  const auto subject_inside = [&](CueClass kind) {
    size_t at = cue.gap_begin;
    while (at < cue.gap_end && !cues_.match(kind, p_.tokens, at, cue.gap_end, found)) ++at;
    return at;
  };
  size_t inside = subject_inside(CueClass::kSubject);
  if (inside == cue.gap_end && cue.has_gap()) {
    const size_t weak = subject_inside(CueClass::kWeakSubject);
    if (weak > cue.gap_begin && weak < cue.gap_end &&
        speakers_.person_in(p_, cue.gap_begin, weak)) {
      inside = weak;
    }
  }
  if (inside > cue.gap_begin && inside < cue.gap_end) {
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
  // "in a statement," and its kin before what is said.
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
  size_t to = end;
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
  if (at_frame) {
    said.rule = "marks and cue";
    Saying more = said;
    push(std::move(said), frame->open, frame->close);
    free_ = std::max(free_, cue.end);
    // "«A» said X, «B»."
    const auto next =
        std::find_if(std::lower_bound(frames_.begin(), frames_.end(), cue.end,
                                      [](const Frame& f, size_t at) { return f.open < at; }),
                     frames_.end(), [](const Frame& f) { return !f.used; });
    const bool other = index + 1 < found_.size();
    if (next != frames_.end() && next->close <= end_ && !other && next->open - cue.end <= 10) {
      more.rule = "goes on";
      push(std::move(more), next->open, next->close);
    }
    return;
  }
  if (words_in(from, to) == 0) {
    if (frame == nullptr && cue.kind != CueClass::kTake && cue.kind != CueClass::kTell) {
      said.bare = true;
      sayings_.push_back(std::move(said));
    }
    return;
  }
  // "accused the government of …": the object is no part of it.
  if (cue.kind == CueClass::kTell) {
    size_t behind = from;
    for (size_t at = from; at + 1 < to; ++at) {
      const auto accused = [&](const std::string& ending) {
        return p_.tokens[at].folded.ends_with(ending);
      };
      if (std::none_of(cues_.object_endings.begin(), cues_.object_endings.end(), accused)) continue;
      behind = at + 1;
      if (to == end) break;
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
  if (cues_.match(CueClass::kKept, p_.tokens, cue.begin, cue.end, found)) to = found.end;
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
  if (!loose && !std::any_of(cues_.content_endings.begin(), cues_.content_endings.end(), ends)) {
    return;
  }
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
