// Sayings without a verb of saying: "according to X", "X: …", and verbs that no table has.
#include <algorithm>

#include "annotate/quotes/quote_sentence.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestHeadline = 12;  // tokens of "Minister of the interior:"
constexpr size_t kLongestHeadlineTight = 20;

}  // namespace

// Whether a word written small, and none that belongs to a name, follows the name: its verb.
bool SentenceReader::acts(const model::Argument& person, size_t end) const {
  const size_t next = token_at(p_.tokens, person.at.range.end);
  if (next >= end || p_.tokens[next].kind != TokenKind::kWord) return false;
  const char32_t first = text::decode(p_.text, p_.tokens[next].at.begin).value;
  return text::is_small(first) && !is(CueClass::kOf, next) && !is(CueClass::kCut, next) &&
         !is(CueClass::kArticle, next) && !is(CueClass::kWho, next);
}

// "据国家统计局数据": what ends the phrase stands in the name, and the phrase goes on to its comma.
bool SentenceReader::parts_name(const Cue& cue) const {
  constexpr size_t kLongestRest = 10;  // tokens
  if (!cue.has_gap() || cue.end >= end_ || !p_.tokens[cue.end].spaceless) return false;
  size_t comma = cue.end;
  while (comma < end_ && comma - cue.end < kLongestRest && p_.tokens[comma].spaceless) ++comma;
  if (comma >= end_ || p_.tokens[comma].kind != TokenKind::kComma) return false;
  PhraseMatch thing;
  for (size_t at = cue.end + 1; at < comma; ++at) {
    if (cues_.match(CueClass::kNoSpeaker, p_.tokens, at, comma, thing) && thing.end == comma) {
      return true;
    }
  }
  return false;
}

// "… by the agency X, according to which …": who was named before says the words behind.
bool SentenceReader::read_relative(const Cue& cue) {
  constexpr size_t kReach = 12;  // tokens
  PhraseMatch which;
  if (cue.has_gap() || !cues_.match(CueClass::kRelative, p_.tokens, cue.end, end_, which)) {
    return false;
  }
  const size_t from = std::max(begin_, cue.begin - std::min(cue.begin, kReach));
  const model::Mention* who = nullptr;
  for (size_t at = from; at < cue.begin; ++at) {
    for (const auto* mention : mentions_in(p_, p_.tokens[at].at)) {
      const bool speaks =
          mention->type == model::EntityType::kPerson || mention->type == model::EntityType::kOrg;
      if (speaks && mention->form != "adjective") who = mention;
    }
  }
  free_ = std::max(free_, which.end);
  if (who == nullptr) return true;
  Saying said = saying(cue, "according to which");
  name(said, speakers_.link(p_, token_at(p_.tokens, who->at.range.begin),
                            token_at(p_.tokens, who->at.range.end)));
  push(std::move(said), which.end, end_);
  return true;
}

// Whom "according to" names, and where the words that tell it end.
SentenceReader::Source SentenceReader::source_of(const Cue& cue) const {
  // "laut dem Ministerium": the article may be a word that ends other phrases.
  size_t first = cue.end;
  if (first + 1 < end_ && is(CueClass::kCut, first) && is(CueClass::kGeneric, first)) ++first;
  const size_t stop = speakers_.phrase_end(p_, first, end_);
  auto who = cue.has_gap() ? speakers_.link(p_, cue.gap_begin, cue.gap_end)
                           : speakers_.behind(p_, first, stop, true);
  size_t after = cue.end;
  PhraseMatch pronoun;
  if (!cue.has_gap() && !is(CueClass::kGeneric, cue.end) &&
      cues_.match(CueClass::kPronoun, p_.tokens, cue.end, end_, pronoun)) {
    who = speakers_.link(p_, pronoun.begin, pronoun.end);
  }
  if (!who && cue.end < end_ && p_.tokens[cue.end].kind == TokenKind::kComma) {
    // "By his own account, Victor Lund …"
    const auto person = speakers_.person_in(p_, cue.end, end_);
    if (person && token_at(p_.tokens, person->at.range.begin) == cue.end + 1) who = person;
  }
  if (who && !cue.has_gap() && token_at(p_.tokens, who->at.range.begin) <= first)
    after = std::max(after, token_at(p_.tokens, who->at.range.end));
  return {std::move(who), stop, after};
}

// "The decision was, according to X, unanimous": of all the sentence.
void SentenceReader::push_around(Saying said, const Cue& cue, size_t index, size_t after) {
  const bool parted = after + 1 < end_ && p_.tokens[after].kind == TokenKind::kComma &&
                      p_.tokens[cue.begin - 1].kind == TokenKind::kComma;
  const size_t next = parted ? after + 1 : after;
  const bool joined = parted && (is(CueClass::kJoin, next) || is(CueClass::kBecause, next));
  const bool inside = next < end_ && p_.tokens[next].kind == TokenKind::kWord &&
                      (parted || p_.tokens[cue.begin - 1].kind == TokenKind::kWord) &&
                      index + 1 == found_.size() && words_in(next, end_) >= 1 && !joined &&
                      (!is(CueClass::kCut, next) || (cues_.capital_nouns && !parted)) &&
                      !is(CueClass::kCiting, next) && !is(CueClass::kThat, next) &&
                      !p_.tokens[next].spaceless;
  push(std::move(said), free_, inside ? end_ : cue.begin);
  free_ = std::max(free_, after);
}

// Where what is said begins behind "according to X": an apposition of the speaker goes up to the
// comma that ends the phrase, and may name him.
size_t SentenceReader::behind_source(const Cue& cue, const Source& source, Saying& said) {
  constexpr size_t kLongestApposition = 12, kLongestName = 10;  // tokens
  const size_t after = source.after, stop = source.stop;
  size_t at = after;
  const bool cut = stop < end_ && after == stop;
  while (!cut && at < end_ && p_.tokens[at].kind != TokenKind::kComma &&
         at - after < kLongestApposition && frame_at(at) == nullptr) {
    ++at;
  }
  if (cut) {
    at = after;
  } else if (at >= end_ || at - after >= kLongestApposition || cue.has_gap()) {
    at = after;
    // "Laut Polizei wurde niemand …": the phrase ends with its nouns.
    bool noun = false;
    for (size_t i = cue.end; i < after; ++i) {
      const char32_t first = text::decode(p_.text, p_.tokens[i].at.begin).value;
      if (text::is_upper(first)) {
        noun = true;
      } else if (noun && text::is_letter(first) && !is(CueClass::kOf, i) &&
                 !is(CueClass::kArticle, i) && !is(CueClass::kGeneric, i)) {
        if (said.speaker) name(said, speakers_.link(p_, cue.end, i));
        at = i;
        break;
      }
    }
  }
  if (said.speaker && at + 1 < end_ && p_.tokens[at].kind == TokenKind::kComma &&
      !speakers_.is_body(p_, cue.end, at)) {
    // "according to the head, X, …"; not "according to the head, X has left, …"
    size_t next = at + 1;
    while (next < end_ && next - at < kLongestName && p_.tokens[next].kind == TokenKind::kWord)
      ++next;
    if (next < end_ && p_.tokens[next].kind == TokenKind::kComma && next > at + 1) {
      auto person = speakers_.person_in(p_, at + 1, next);
      if (person && acts(*person, next)) person.reset();
      if (person || !speakers_.person_in(p_, cue.end, at)) {
        if (person) said.speaker = person;
        if (person) at = next;
      } else {
        at = next;
      }
    }
  }
  return at;
}

// "According to X, …", "…, according to X".
void SentenceReader::read_according(const Cue& cue, size_t index) {
  Saying said = saying(cue, "according to");
  Source source = source_of(cue);
  const size_t after = source.after;
  // "for X, …": only of a speaker, first in the sentence, with a comma behind.
  if (cue.end == cue.begin + 1 && is(CueClass::kOf, cue.begin) &&
      (words_in(begin_, cue.begin) > 0 || after >= end_ || after <= cue.end ||
       p_.tokens[after].kind != TokenKind::kComma || !speakers_.is_speaker(p_, cue.end, after))) {
    return;
  }
  name(said, std::move(source.who));
  // "Jembatan itu menurut X akan …": two words are a beginning, "but then" is none.
  const size_t before = words_in(free_, cue.begin);
  const bool begun = before == 2 && p_.tokens[cue.begin - 1].kind == TokenKind::kWord &&
                     !is(CueClass::kLead, free_) && !is(CueClass::kJoin, free_) && !cue.has_gap() &&
                     (index == 0 || found_[index - 1].end <= free_);
  const bool leads = before < 3 && !begun;
  // "Police believe he fled, according to X": of what somebody said before.
  if (!sayings_.empty() && sayings_.back().begin >= begin_ && words_in(free_, cue.begin) == 0) {
    if (said.speaker && sayings_.back().source.empty()) {
      sayings_.back().source = said.speaker->text;
    }
    free_ = std::max(free_, after);
    return;
  }
  if (!leads) return push_around(std::move(said), cue, index, after);
  const size_t at = behind_source(cue, source, said);
  const auto later = std::find_if(found_.begin() + static_cast<std::ptrdiff_t>(index) + 1,
                                  found_.end(), [&](const Cue& one) { return one.begin > at; });
  if (later != found_.end() && later->kind <= CueClass::kReport) {
    const auto next = static_cast<size_t>(later - found_.begin());
    if (content_behind(*later, next) && speakers_.before(p_, at, later->begin)) {
      source_ = said.speaker ? said.speaker->text : "";
      free_ = at;
      return;
    }
  }
  if (words_in(at, end_) >= 2) push(std::move(said), at, clause_end(at, index + 1));
}

// "X zufolge …": the speaker stands before.
void SentenceReader::read_according_after(const Cue& cue, size_t index) {
  Saying said = saying(cue, "according to");
  // "…, X zufolge" at the end, or leading.
  size_t subject = cue.begin;
  const bool last = words_in(cue.end, end_) < 2;
  if (last) {
    const auto end = content_before(cue, subject);
    if (!end) return;
    name(said, speakers_.before(p_, subject, cue.begin));
    push(std::move(said), free_, *end);
    return;
  }
  auto who = speakers_.last_in(p_, free_, cue.begin);
  if (!who) who = speakers_.link(p_, free_, cue.begin);
  if (!who) return;
  name(said, std::move(who));
  push(std::move(said), cue.end, clause_end(cue.end, index + 1));
}

// "नई दिल्ली: …": where a report was written; in a headline the town stands for who governs there.
bool SentenceReader::is_dateline(size_t begin, size_t end) const {
  if (p_.block == model::kTitleBlock || begin != begin_ || begin_ != 0 ||
      p_.tokens[end_ - 1].kind != TokenKind::kStop) {
    return false;
  }
  const Range name{p_.tokens[begin].at.begin, p_.tokens[end - 1].at.end};
  return std::ranges::any_of(mentions_in(p_, name), [&](const model::Mention* mention) {
    return mention->at.range == name && (mention->type == model::EntityType::kCity ||
                                         mention->type == model::EntityType::kRegion);
  });
}

// "Minister: …" as headlines have it.
bool SentenceReader::read_colon() {
  size_t from = begin_;
  for (size_t at = begin_; at < end_; ++at) {
    if (frame_at(at) != nullptr) return false;
    const Token& token = p_.tokens[at];
    if (const size_t behind = behind_bracket(p_, at, end_); behind > at) {  // "(NYSE: ACM)"
      at = behind - 1;
      continue;
    }
    if (token.kind != TokenKind::kStop) continue;
    const std::string_view mark = token.at.of(p_.text);
    if (mark != ":" && mark != "：") {
      if (mark == "…") return false;
      if (mark == ".") continue;
      from = at + 1;
      continue;
    }
    const bool tight = at > from && p_.tokens[at - 1].spaceless;
    const auto told = [&](const Cue& cue) { return cue.begin >= from && cue.begin < at; };
    if (std::any_of(found_.begin(), found_.end(), told)) return false;
    if (at == from || at - from > (tight ? kLongestHeadlineTight : kLongestHeadline)) return false;
    if (at + 1 >= end_ || words_in(at + 1, end_) < 1) return false;
    if (is_dateline(from, at)) return false;
    Frame* frame = frame_at(at + 1);
    const bool all = frame != nullptr && words_in(frame->close, end_) == 0;
    const bool later = std::any_of(found_.begin(), found_.end(), [&](const Cue& cue) {
      return frame != nullptr && cue.begin >= frame->close;
    });
    if (!all && later) return false;
    // "Holt: Taxes stay low": a lone surname in a headline.
    const std::string_view last_mark = p_.tokens[end_ - 1].at.of(p_.text);
    const bool surname = at - from == 1 && p_.tokens[end_ - 1].kind != TokenKind::kStop &&
                         begin_ == 0 && end_ == p_.tokens.size() && words_in(at + 1, end_) >= 3 &&
                         text::is_upper(text::decode(p_.text, p_.tokens[from].at.begin).value) &&
                         !last_mark.empty();
    if (!all && !surname && !(words_in(from, at) <= 6 && speakers_.is_speaker(p_, from, at))) {
      return false;
    }
    if (!all && words_in(at + 1, end_) < 2) return false;
    if (all && !speakers_.names_somebody(p_, from, at) && words_in(from, at) > 3) return false;
    Saying said = saying({CueClass::kSay, at, at + 1, 0, 0}, "colon");
    auto who = speakers_.link(p_, from, at);
    if (who) {
      auto named = speakers_.before(p_, from, at);
      if (named) who = std::move(named);
    }
    if (!who) return false;
    name(said, std::move(who));
    push(std::move(said), at + 1, all ? frame->close : end_);
    return true;
  }
  return false;
}

std::optional<Saying> SentenceReader::announced() {
  constexpr size_t kMostBehind = 8;  // "told reporters in the town on Friday:"
  if (found_.empty() || begin_ >= end_) return std::nullopt;
  const std::string_view mark = p_.tokens[end_ - 1].at.of(p_.text);
  const Cue& cue = found_.back();
  const bool says = cue.kind == CueClass::kSay || cue.kind == CueClass::kTell ||
                    cue.kind == CueClass::kAsk || cue.kind == CueClass::kReport;
  if (!says || (mark != ":" && mark != "：") || words_in(cue.end, end_) > kMostBehind) {
    return std::nullopt;
  }
  std::optional<model::Argument> who;
  if (cues_.order == CueOrder::kCueLast) {
    size_t from = begin_;
    who = subject_of_last(from, cue.begin, false);
  } else {
    if (cues_.order == CueOrder::kCueFirst) who = speakers_.behind(p_, cue.end, end_ - 1);
    if (!who) who = speakers_.before(p_, begin_, cue.begin);
    if (!who) who = speakers_.behind(p_, cue.end, end_ - 1);
  }
  Saying said = saying(cue, "block quotation");
  name(said, std::move(who));
  if (said.doubted) return std::nullopt;
  return said;
}

// Verbs that no table has: "«…», V the deputy X", "X V: «…»".
void SentenceReader::read_unknown() {
  for (Frame& frame : frames_in(begin_, end_)) {
    if (frame.used) continue;
    // Behind: a comma or dash, a word, a name.
    size_t at = frame.close, marks = 0;
    while (at < end_ && p_.tokens[at].kind != TokenKind::kWord && at - frame.close < 4) {
      if (p_.tokens[at].kind == TokenKind::kQuote) break;
      ++at;
      ++marks;
    }
    const std::string_view inner = frame.marks.inner.of(p_.text);
    const bool parted =
        marks > 0 || inner.ends_with(',') || inner.ends_with('!') || inner.ends_with('?');
    const auto lower = [&](size_t token) {
      const char32_t c = text::decode(p_.text, p_.tokens[token].at.begin).value;
      return text::is_small(c);
    };
    if (parted && cues_.order == CueOrder::kSpeakerFirst && at + 1 < end_ &&
        p_.tokens[at].kind == TokenKind::kWord && lower(at) && free_ <= frame.open &&
        words_in(free_, frame.open) == 0 && !is(CueClass::kJoin, at) && !is(CueClass::kAs, at) &&
        !is(CueClass::kCut, at) && !is(CueClass::kOf, at)) {  // "«…», de la directora X"
      size_t name_at = at + 1;
      while (name_at < end_ && name_at < at + 3 && p_.tokens[name_at].kind == TokenKind::kOther) {
        name_at += 2;  // "s’insurge"
      }
      auto who = name_at < end_ ? speakers_.behind(p_, name_at, end_) : std::nullopt;
      if (who) {
        const size_t first = token_at(p_.tokens, who->at.range.begin);
        const size_t last = token_at(p_.tokens, who->at.range.end);
        if (first <= name_at + 1 && speakers_.names_somebody(p_, first, last)) {
          Saying said = saying({CueClass::kSay, at, name_at, 0, 0}, "marks and name");
          name(said, std::move(who));
          push(std::move(said), frame.open, frame.close);
          continue;
        }
      }
    }
    // Before: a colon.
    if (frame.open > begin_ && p_.tokens[frame.open - 1].kind == TokenKind::kStop) {
      const std::string_view mark = p_.tokens[frame.open - 1].at.of(p_.text);
      if (mark != ":" && mark != "：") continue;
      size_t from = std::max(free_, frame.open > 20 ? frame.open - 20 : 0);
      from = std::max(from, begin_);
      if (words_in(from, frame.open - 1) > 14) continue;
      auto who = speakers_.before(p_, from, frame.open - 1);
      if (!who) continue;
      const size_t first = token_at(p_.tokens, who->at.range.begin);
      const size_t last = token_at(p_.tokens, who->at.range.end);
      if (!speakers_.names_somebody(p_, first, last)) continue;
      Saying said = saying({CueClass::kSay, frame.open - 1, frame.open, 0, 0}, "colon");
      name(said, std::move(who));
      push(std::move(said), frame.open, frame.close);
    }
  }
}

}  // namespace synoptic::annotate::syntax
