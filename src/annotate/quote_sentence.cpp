// Reported speech in languages whose verb stands in the middle or first: the cues of a sentence, in
// order, each with its speaker and what it says.
#include "annotate/quote_sentence.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kThatReach = 30;       // tokens between a cue and its "that"
constexpr size_t kSubjectReach = 24;    // tokens between a quotation and the cue behind it
constexpr size_t kLongestHeadline = 12; // tokens of "Minister of the interior:"
constexpr size_t kLongestHeadlineTight = 20;
constexpr size_t kNegationReach = 4;

bool is_dash(const Token& token, std::string_view text) {
  const std::string_view mark = token.at.of(text);
  return mark == "–" || mark == "—" || mark == "-" || mark == "―";
}

}  // namespace

SentenceReader::SentenceReader(const Passage& p, const QuoteCues& cues,
                               const SpeakerFinder& speakers, std::vector<Frame>& frames)
    : p_(p), cues_(cues), speakers_(speakers), frames_(frames) {}

size_t SentenceReader::words_in(size_t begin, size_t end) const {
  size_t words = 0, characters = 0;
  for (size_t at = begin; at < end; ++at) {
    if (p_.tokens[at].kind != TokenKind::kWord) continue;
    p_.tokens[at].spaceless ? ++characters : ++words;
  }
  return words + (characters + 1) / 2;
}

Frame* SentenceReader::frame_at(size_t token) {
  const auto found = std::lower_bound(frames_.begin(), frames_.end(), token,
                                      [](const Frame& f, size_t at) { return f.open < at; });
  return found != frames_.end() && found->open == token ? &*found : nullptr;
}

Frame* SentenceReader::frame_before(size_t token, size_t from) {
  auto found = std::upper_bound(frames_.begin(), frames_.end(), token,
                                [](size_t at, const Frame& f) { return at < f.close; });
  if (found == frames_.begin()) return nullptr;
  --found;
  return !found->used && found->open >= from ? &*found : nullptr;
}

std::optional<SentenceReader::Cue> SentenceReader::cue_at(size_t at) const {
  PhraseMatch match;
  if (!cues_.any.match(p_.tokens, at, end_, match)) return std::nullopt;
  const auto blocked = [&](const PhraseMatch& found) {
    for (size_t i = found.gap_begin; i < found.gap_end; ++i) {
      const TokenKind kind = p_.tokens[i].kind;
      if (kind == TokenKind::kStop || kind == TokenKind::kComma) return true;
      if (kind == TokenKind::kWord && cues_.order != CueOrder::kCueLast &&
          !p_.tokens[i].spaceless && is(CueClass::kThat, i)) {
        return true;
      }
      if (cues_.order == CueOrder::kCueLast) continue;
      if (kind == TokenKind::kQuote) return true;
      if (cues_.order == CueOrder::kSpeakerFirst && !p_.tokens[i].spaceless &&
          found.id != static_cast<uint32_t>(CueClass::kObjectFirst) && i > found.gap_begin && is(CueClass::kCut, i)) {
        return true;
      }
    }
    return false;
  };
  // "companies accused of": nothing where the accused should be.
  const bool hollow = match.gap_begin > match.begin && !match.has_gap() &&
                      match.id == static_cast<uint32_t>(CueClass::kTake) &&
                      cues_.order == CueOrder::kSpeakerFirst && !p_.tokens[at].spaceless;
  if (hollow) return std::nullopt;
  if (match.has_gap() && blocked(match)) {
    if (!cues_.match(CueClass::kSay, p_.tokens, at, end_, match) || match.has_gap()) {
      return std::nullopt;
    }
    match.id = static_cast<uint32_t>(CueClass::kSay);
  }
  // "warns of" may be followed by "that" all the same.
  if (match.id == static_cast<uint32_t>(CueClass::kLabel) && match.end < end_ &&
      is(CueClass::kThat, match.end) && p_.tokens[match.end].kind == TokenKind::kWord) {
    match.id = static_cast<uint32_t>(CueClass::kSay);
  }
  return Cue{static_cast<CueClass>(match.id), match.begin, match.end, match.gap_begin,
             match.gap_end};
}

bool SentenceReader::is_negated(const Cue& cue) const {
  PhraseMatch found;
  const size_t first = std::max(begin_, cue.begin > kNegationReach ? cue.begin - kNegationReach : 0);
  for (size_t at = cue.begin; at-- > first;) {
    if (p_.tokens[at].kind == TokenKind::kComma || p_.tokens[at].kind == TokenKind::kStop) break;
    if (cues_.match(CueClass::kNot, p_.tokens, at, cue.begin, found)) return true;
  }
  for (size_t at = cue.gap_begin; at < cue.gap_end; ++at) {
    if (cues_.match(CueClass::kNot, p_.tokens, at, cue.gap_end, found)) return true;
  }
  for (size_t at = cue.end; at < std::min(end_, cue.end + kNegationReach); ++at) {
    if (p_.tokens[at].kind != TokenKind::kWord) break;
    if (is(CueClass::kThat, at)) break;
    if (is(CueClass::kNotAfter, at)) return true;
  }
  return false;
}

// "the claims", "la juge": an article makes a noun of a word that may be a verb.
bool SentenceReader::is_noun(const Cue& cue) const {
  return cue.kind == CueClass::kSay && cue.end == cue.begin + 1 && cue.begin > begin_ &&
         !p_.tokens[cue.begin].spaceless && cues_.order == CueOrder::kSpeakerFirst &&
         p_.tokens[cue.begin - 1].kind == TokenKind::kWord &&
         cues_.is(CueClass::kArticle, p_.tokens, cue.begin - 1, cue.begin);
}

// A single word with a capital inside a sentence is a name: Edward Said.
bool SentenceReader::is_capital(const Cue& cue) const {
  if (cue.end != cue.begin + 1 || cue.begin == begin_) return false;
  const char32_t first = text::decode(p_.text, p_.tokens[cue.begin].at.begin).value;
  if (!text::is_upper(first)) return false;
  const TokenKind before = p_.tokens[cue.begin - 1].kind;
  return before == TokenKind::kWord || before == TokenKind::kComma;
}

void SentenceReader::find_cues() {
  found_.clear();
  auto frame = std::lower_bound(frames_.begin(), frames_.end(), begin_,
                                [](const Frame& f, size_t at) { return f.close <= at; });
  for (size_t at = begin_; at < end_;) {
    while (frame != frames_.end() && frame->close <= at) ++frame;
    if (frame != frames_.end() && frame->open <= at) {
      at = frame->close;
      continue;
    }
    auto cue = cue_at(at);
    if (!cue) {
      ++at;
      continue;
    }
    // A cue does not reach over a quotation.
    if (frame != frames_.end() && cue->end > frame->open) {
      ++at;
      continue;
    }
    // Of the places where a cue with a gap may begin the last one counts.
    for (size_t later = cue->gap_end; cue->has_gap() && --later > cue->begin;) {
      const auto nearer = cue_at(later);
      if (nearer && nearer->end == cue->end) cue = nearer;
    }
    at = cue->end;
    if (cue->kind == CueClass::kNone || is_negated(*cue) || is_noun(*cue) || is_capital(*cue)) {
      continue;
    }
    // Hearsay inside what somebody says is his.
    if (cues_.order == CueOrder::kCueLast && !found_.empty() &&
        found_.back().kind == CueClass::kRumour && cue->kind != CueClass::kRumour &&
        cue->begin <= found_.back().end + 1) {
      found_.pop_back();
    }
    found_.push_back(*cue);
  }
}

// The first words of the sentence that tell a medium count for all of it.
void SentenceReader::read_medium() {
  medium_.clear();
  constexpr std::pair<CueClass, std::string_view> kMedia[] = {{CueClass::kStatement, "statement"},
                                                              {CueClass::kTweet, "tweet"},
                                                              {CueClass::kInterview, "interview"},
                                                              {CueClass::kLetter, "letter"}};
  auto frame = std::lower_bound(frames_.begin(), frames_.end(), begin_,
                                [](const Frame& f, size_t at) { return f.close <= at; });
  for (size_t at = begin_; at < end_ && medium_.empty(); ++at) {
    while (frame != frames_.end() && frame->close <= at) ++frame;
    if (frame != frames_.end() && frame->open <= at) continue;
    for (const auto& [kind, medium] : kMedia) {
      if (medium_.empty() && is(kind, at)) medium_ = medium;
    }
  }
}

// "citing two officials": whom the speaker has it from.
void SentenceReader::read_citing() {
  source_.clear();
  citing_begin_ = citing_end_ = end_;
  for (size_t at = begin_; at < end_; ++at) {
    PhraseMatch found;
    const bool follows = cues_.match(CueClass::kCiting, p_.tokens, at, end_, found);
    if (!follows) continue;
    if (found.has_gap()) {  // "as told by X to": the source is inside
      if (const auto who = speakers_.link(p_, found.gap_begin, found.gap_end)) source_ = who->text;
      citing_end_ = found.end;
    } else {
      const auto next = std::find_if(found_.begin(), found_.end(),
                                     [&](const Cue& cue) { return cue.begin >= found.end; });
      const auto who = speakers_.behind(p_, found.end, next == found_.end() ? end_ : next->begin);
      if (!who) continue;
      source_ = who->text;
      citing_end_ = token_at(p_.tokens, who->at.range.end);
    }
    citing_begin_ = at;
    return;
  }
}

Saying SentenceReader::saying(const Cue& cue, std::string_view rule) const {
  Saying said;
  said.cue_begin = cue.begin;
  said.cue_end = cue.end;
  said.rule = rule;
  said.medium = medium_;
  said.source = source_;
  return said;
}

void SentenceReader::name(Saying& said, std::optional<model::Argument> who) const {
  said.carried = !who || speakers_.is_pronoun(p_, *who);
  said.speaker.reset();
  if (!said.carried) said.speaker = std::move(who);
}

void SentenceReader::push(Saying said, size_t begin, size_t end) {
  while (begin < end && p_.tokens[begin].kind != TokenKind::kWord && frame_at(begin) == nullptr) {
    ++begin;
  }
  if (begin >= end) return;
  said.begin = begin;
  said.end = end;
  for (Frame& frame : frames_) {
    if (frame.open >= begin && frame.close <= end) frame.used = true;
  }
  free_ = std::max(free_, end);
  sayings_.push_back(std::move(said));
}

// A cue whose subject is that of the cue before: ", adding that", "and said".
bool SentenceReader::is_joined(const Cue& cue) const {
  size_t at = cue.begin;
  while (at > begin_ && p_.tokens[at - 1].kind == TokenKind::kWord &&
         cues_.is(CueClass::kLead, p_.tokens, at - 1, at) &&
         !cues_.is(CueClass::kJoin, p_.tokens, at - 1, at)) {
    --at;
  }
  if (at == begin_) return false;
  return p_.tokens[at - 1].kind == TokenKind::kComma ||
         cues_.is(CueClass::kJoin, p_.tokens, at - 1, at);
}

// Where what is said from token `from` on ends: at the sentence's end, or where a clause with a cue
// of its own begins: "; Y said", ", while Y said", ", adding that".
size_t SentenceReader::clause_end(size_t from, size_t next_cue) const {
  for (size_t i = next_cue; i < found_.size(); ++i) {
    const Cue& cue = found_[i];
    if (cue.begin < from) continue;
    const size_t first = std::max(from, cue.begin > kSubjectReach ? cue.begin - kSubjectReach : 0);
    // "… and he replied: «…»"
    size_t behind = cue.end;
    while (behind < end_ && p_.tokens[behind].kind == TokenKind::kStop) ++behind;
    const auto opens = std::lower_bound(frames_.begin(), frames_.end(), behind,
                                        [](const Frame& f, size_t at) { return f.open < at; });
    const bool quotes = opens != frames_.end() && opens->open == behind;
    for (size_t at = cue.begin; at-- > first;) {
      const Token& token = p_.tokens[at];
      const std::string_view mark = token.at.of(p_.text);
      if (token.kind == TokenKind::kQuote) break;
      if (quotes && at > from + 1 && (is(CueClass::kJoin, at) || token.kind == TokenKind::kComma) &&
          at + 1 < cue.begin && !(token.spaceless && token.kind == TokenKind::kWord)) {
        return at;
      }
      if (mark == ";" || mark == "؛" || mark == "；") return at;
      if (token.kind != TokenKind::kComma) {
        // "… and added that"
        if (at + 1 == cue.begin && is(CueClass::kJoin, at) && at > from + 1 && !token.spaceless) {
          return at;
        }
        continue;
      }
      if (is(CueClass::kJoin, at + 1)) return at;
      if (at + 1 == cue.begin) {  // ", adding that", or the end of ", Karin Moe, insisted"
        size_t other = at;
        while (other > first && p_.tokens[other - 1].kind == TokenKind::kWord) --other;
        const bool apposed = other > first && other < at &&
                             p_.tokens[other - 1].kind == TokenKind::kComma &&
                             (speakers_.person_in(p_, other, at) ||
                              speakers_.topic_of(p_, other, at));
        if (!apposed) return at;
      }
      for (size_t j = at + 1; j < cue.begin; ++j) {  // "，部长则坚称": the joining word inside
        if (p_.tokens[j].spaceless && is(CueClass::kJoin, j)) return at;
      }
    }
  }
  return end_;
}

// What is said behind the cue begins with a quotation, a colon, "that", or at once.
std::optional<SentenceReader::Start> SentenceReader::content_behind(const Cue& cue,
                                                                    size_t index) const {
  const size_t next = index + 1 < found_.size() ? found_[index + 1].begin : end_;
  const size_t last = std::min(end_, cue.end + kThatReach);
  auto frame = std::lower_bound(frames_.begin(), frames_.end(), cue.end,
                                [](const Frame& f, size_t at) { return f.open < at; });
  PhraseMatch found;
  bool commas = false;
  if (cue.kind == CueClass::kLabel) {
    if (frame == frames_.end() || frame->open > std::min(last, next)) return std::nullopt;
    for (size_t at = cue.end; at < frame->open; ++at) {
      if (p_.tokens[at].kind == TokenKind::kStop && p_.tokens[at].at.of(p_.text) != ":") {
        return std::nullopt;
      }
    }
    return Start{frame->open, cue.end};
  }
  if (cue.kind == CueClass::kRumour) {
    size_t at = cue.end;
    if (at < last && p_.tokens[at].kind == TokenKind::kComma) ++at;
    if (cues_.match(CueClass::kThat, p_.tokens, at, end_, found)) at = found.end;
    return Start{at, at == cue.end ? at : at - 1};
  }
  if (cue.kind == CueClass::kTake && cues_.order == CueOrder::kCueFirst) {
    // "promised his voters to …": the last word of the cue begins what is said.
    if (cue.has_gap() && !cues_.is(CueClass::kThat, p_.tokens, cue.end - 1, end_) &&
        !cues_.is(CueClass::kHead, p_.tokens, cue.end - 1, end_)) {
      return Start{cue.end - 1, cue.end - 1};
    }
    // "denied [X] [the news]": behind the name.
    for (const auto* mention : p_.mentions) {
      const size_t first = token_at(p_.tokens, mention->at.range.begin);
      if (cue.has_gap() || first < cue.end || first > cue.end + 1) continue;
      const size_t behind = token_at(p_.tokens, mention->at.range.end);
      bool that = false;
      for (size_t at = behind; at < last && !that; ++at) that = is(CueClass::kThat, at);
      if (!that && behind < end_) return Start{behind, behind};
    }
  }
  if (cue.kind == CueClass::kTake) {
    size_t at = cue.end;
    while (at < last && p_.tokens[at].kind != TokenKind::kWord &&
           !(frame != frames_.end() && frame->open == at)) {
      ++at;
    }
    while (at < last && cues_.match(CueClass::kHead, p_.tokens, at, end_, found)) at = found.end;
    if (cues_.match(CueClass::kThat, p_.tokens, at, end_, found) && !cue.has_gap() &&
        p_.tokens[at].kind == TokenKind::kWord) {
      at = found.end;
    }
    if (cues_.order != CueOrder::kCueFirst || cue.has_gap()) return Start{at, cue.end};
  }
  for (size_t at = cue.end; at < last; ++at) {
    const Token& token = p_.tokens[at];
    if (frame != frames_.end() && frame->open == at) {
      if (commas && at > cue.end + 1 && p_.tokens[at - 1].kind != TokenKind::kComma) {
        return std::nullopt;
      }
      // "told “The Shore” that": a name.
      size_t behind = frame->close;
      while (behind < last && p_.tokens[behind].kind == TokenKind::kComma) ++behind;
      if (behind < last && p_.tokens[behind].kind == TokenKind::kWord &&
          is(CueClass::kThat, behind) && at > cue.begin) {
        at = frame->close - 1;
        ++frame;
        continue;
      }
      if (cues_.whole && cues_.direct && cue.kind == CueClass::kSay && at > cue.end &&
          p_.tokens[cue.end].kind == TokenKind::kWord && !is(CueClass::kCut, cue.end) &&
          !is(CueClass::kAddressee, cue.end) && !commas) {
        return Start{cue.end, cue.end};  // a part of what is said is in marks
      }
      return Start{at, at};
    }
    if (token.kind == TokenKind::kStop) {
      const std::string_view mark = token.at.of(p_.text);
      if (mark == ":" || mark == "：") return Start{at + 1, at};
      if (is_dash(token, p_.text) && at == cue.end) continue;
      break;
    }
    if (cues_.match(CueClass::kHead, p_.tokens, at, end_, found)) {
      at = found.end - 1;
      continue;
    }
    if (cue.kind == CueClass::kAsk || cue.kind == CueClass::kTell) {
      if (is(CueClass::kKept, at)) return Start{at, at};
      if (cue.kind == CueClass::kAsk && token.kind == TokenKind::kComma && at + 1 < end_) {
        return Start{at + 1, at};
      }
    }
    if (at == cue.end && is(CueClass::kInfinitive, at)) return Start{at, at};
    if (cues_.match(CueClass::kThat, p_.tokens, at, end_, found)) {
      return Start{found.end, at};
    }
    if (at >= next) break;
    if (token.kind == TokenKind::kComma) commas = true;
  }
  if (!cues_.direct || cue.kind == CueClass::kReport || is(CueClass::kThatOnly, cue.begin)) {
    return std::nullopt;
  }
  size_t at = cue.end;
  if (cue.kind == CueClass::kTell) {
    bool told = false;
    while (at < last) {
      const auto* mention = static_cast<const model::Mention*>(nullptr);
      for (const auto* one : p_.mentions) {
        if (token_at(p_.tokens, one->at.range.begin) == at) mention = one;
      }
      if (cues_.match(CueClass::kAddressee, p_.tokens, at, end_, found)) {
        at = found.end;
      } else if (mention != nullptr) {
        at = token_at(p_.tokens, mention->at.range.end);
      } else if (!told && cues_.is(CueClass::kGeneric, p_.tokens, at, end_)) {
        at += 2;  // "the court"
      } else {
        break;
      }
      told = true;
    }
    if (!told && cues_.order == CueOrder::kSpeakerFirst) return std::nullopt;
  }
  if (at >= end_ || p_.tokens[at].kind != TokenKind::kWord) return std::nullopt;
  if (is(CueClass::kCut, at)) return std::nullopt;
  return Start{at, cue.end};
}

// "… , a resident told Reuters": the comma that parts what is said from speaker and cue.
std::optional<size_t> SentenceReader::content_before(const Cue& cue, size_t& subject) const {
  const size_t first = std::max(free_, cue.begin > kSubjectReach ? cue.begin - kSubjectReach : 0);
  const auto parts = [&](size_t at) {
    return p_.tokens[at].kind == TokenKind::kComma ||
           (p_.tokens[at].kind == TokenKind::kStop && is_dash(p_.tokens[at], p_.text));
  };
  const auto segment = [&](size_t end) {  // where the words that end there begin
    while (end > first && !parts(end - 1)) --end;
    return end;
  };
  size_t begin = segment(cue.begin);
  if (begin <= first) return std::nullopt;
  // Appositions: "…, its minister, Reza Karimi, stressed", "…, Greta Simms, a nurse, told".
  for (size_t round = 0; round < 2; ++round) {
    const bool empty = begin == cue.begin || words_in(begin, cue.begin) == 0;
    const size_t other = segment(begin - 1);
    if (other <= first || begin - 1 - other > 8 || words_in(free_, other) < 2) break;
    const bool named = speakers_.person_in(p_, begin, cue.begin) ||
                       speakers_.topic_of(p_, begin, cue.begin);
    const auto person = speakers_.topic_of(p_, other, begin - 1);
    const bool person_first =
        person && token_at(p_.tokens, person->at.range.begin) <= other + 1;
    const bool office = named && !empty && speakers_.names_somebody(p_, other, begin - 1) &&
                        round == 1;
    if (!(person_first && !named) && !office) break;
    begin = other;
  }
  subject = begin;
  size_t end = begin - 1;
  while (end > free_ && parts(end - 1)) --end;
  if (end <= free_ || words_in(free_, end) < 2) return std::nullopt;
  return end;
}

// "As X said, …", "… , as X said".
bool SentenceReader::read_as(const Cue& cue) {
  const size_t first = std::max(free_, cue.begin > kSubjectReach ? cue.begin - kSubjectReach : 0);
  PhraseMatch found;
  for (size_t at = cue.begin; at-- > first;) {
    if (p_.tokens[at].kind == TokenKind::kComma || p_.tokens[at].kind == TokenKind::kStop) break;
    if (!cues_.match(CueClass::kAs, p_.tokens, at, cue.begin, found)) continue;
    if (words_in(free_, at) > 0 && p_.tokens[at - 1].kind != TokenKind::kComma) continue;
    Saying said = saying(cue, "as X said");
    auto who = speakers_.before(p_, found.end, cue.begin);
    if (!who) who = speakers_.behind(p_, cue.end, end_);
    name(said, std::move(who));
    if (words_in(free_, at) < 2) {
      size_t comma = cue.end;
      while (comma < end_ && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
      if (comma + 2 >= end_) return true;
      push(std::move(said), comma + 1, end_);
    } else {
      push(std::move(said), free_, at);
    }
    return true;
  }
  return false;
}

// "«…», said X", "«…» X said".
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
  if (touches && (cue.end < end_ && (is(CueClass::kThat, cue.end) ||
                                     (cue.end + 1 < end_ &&
                                      p_.tokens[cue.end].kind == TokenKind::kComma &&
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
    const auto paper = words > 0 ? speakers_.before(p_, frame->close, cue.begin) : std::nullopt;
    if (paper) {
      said.source = paper->text;
      who = cue.has_gap() ? speakers_.link(p_, cue.gap_begin, cue.gap_end)
                          : speakers_.behind(p_, cue.end, end_);
    } else {  // "quotes [the “Echo”] [a person]"
      size_t at = cue.end;
      while (at < end_ && p_.tokens[at].kind != TokenKind::kQuote) ++at;
      size_t close = at + 1;
      while (close < end_ && p_.tokens[close].kind != TokenKind::kQuote) ++close;
      if (close + 1 < end_) {
        if (const auto name = speakers_.link(p_, at + 1, close)) said.source = name->text;
        who = speakers_.behind(p_, close + 1, end_);
        for (Frame& other : frames_) other.used = other.used || other.open == at;
      }
    }
  }
  // Inside another speaker's words that have no marks: "X said the plan was “bad”, Y agreed".
  size_t subject_end = cue.end;
  if (who) subject_end = std::max(subject_end, token_at(p_.tokens, who->at.range.end));
  name(said, std::move(who));
  const size_t from = cues_.whole || starts ? free_ : frame->open;
  Saying more = said;
  push(std::move(said), std::max(from, free_), frame->close);
  free_ = std::max(free_, subject_end);
  // "«A», said X, «B»": B follows before any other cue.
  const auto next = std::find_if(frames_.begin(), frames_.end(),
                                 [&](const Frame& f) { return f.open >= cue.end && !f.used; });
  if (next != frames_.end() && next->close <= end_ && next->open - subject_end <= kSubjectReach) {
    bool parts = false;
    for (size_t at = cue.end; at < next->open; ++at) {
      const std::string_view mark = p_.tokens[at].at.of(p_.text);
      parts = parts || mark == ";" || mark == ":" || mark == "：";
    }
    const bool other = parts || std::any_of(found_.begin(), found_.end(), [&](const Cue& one) {
      return one.begin >= cue.end && (one.end <= next->open ||
             (one.begin >= next->close && one.begin - next->close < 8));
    });
    if (!other) {
      more.rule = "goes on";
      push(std::move(more), next->open, next->close);
    }
  }
  return true;
}

// "in a letter of 200 teachers": whose paper it is, or the paper.
std::optional<model::Argument> SentenceReader::paper(size_t begin, size_t end) const {
  while (begin < end && p_.tokens[begin].kind != TokenKind::kWord) ++begin;
  size_t to = begin;
  while (to < end && p_.tokens[to].kind == TokenKind::kWord) ++to;
  if (begin >= to) return std::nullopt;
  PhraseMatch found;
  if (cues_.match(CueClass::kCut, p_.tokens, begin, to, found) && found.end < to) {
    begin = found.end;
  }
  if (!cues_.whole) {
    for (size_t at = begin; at + 1 < to; ++at) {
      if (!cues_.match(CueClass::kStatement, p_.tokens, at, to, found) &&
          !cues_.match(CueClass::kLetter, p_.tokens, at, to, found)) {
        continue;
      }
      if (found.end >= to) break;
      begin = found.end;
      if (begin + 1 < to && cues_.match(CueClass::kOf, p_.tokens, begin, to, found) &&
          !cues_.is(CueClass::kGeneric, p_.tokens, begin, to)) {
        begin = found.end;
      }
      break;
    }
  }
  return speakers_.link(p_, begin, to);
}

bool SentenceReader::read_behind(const Cue& cue, size_t index) {
  const auto start = content_behind(cue, index);
  if (!start || start->at >= end_) return false;
  // "Asked about …, he replied": a participle.
  if (cue.kind == CueClass::kAsk && cues_.order == CueOrder::kSpeakerFirst &&
      index + 1 < found_.size() && !p_.tokens[cue.begin].spaceless &&
      words_in(free_, cue.begin) == 0 && frame_before(cue.begin, begin_) == nullptr) {
    return false;
  }
  const bool joined = is_joined(cue);
  std::optional<model::Argument> who;
  const size_t cue_begin = cue.begin;
  // A gap of the cue holds the subject where the verb stands first, an object elsewhere.
  const size_t from = cue.has_gap() && cues_.order == CueOrder::kCueFirst ? cue.gap_begin : cue.end;
  const size_t to = cue.has_gap() && cues_.order == CueOrder::kCueFirst ? cue.gap_end : start->stop;
  const auto front = [&] { return speakers_.before(p_, free_, cue_begin); };
  const auto back = [&] { return from < to ? speakers_.behind(p_, from, to) : std::nullopt; };
  if (cue.kind == CueClass::kReads) {
    who = paper(from, to);
    if (!who) who = paper(free_, cue_begin);
  } else if (cues_.order == CueOrder::kCueFirst) {
    who = back();
    if (!who && !joined) who = front();
  } else {
    const bool goes_on = !sayings_.empty() && cue_begin > begin_ &&
                         !p_.tokens[cue_begin].spaceless &&
                         cues_.is(CueClass::kJoin, p_.tokens, cue_begin - 1, cue_begin);
    if (!goes_on) who = front();
    if (!who && (!joined || sayings_.empty())) who = back();
  }
  if (!who && !joined && cue.kind != CueClass::kReads && cues_.order == CueOrder::kSpeakerFirst) {
    who = speakers_.person_in(p_, free_, cue_begin);
  }
  const bool immediate = start->at == cue.end && p_.tokens[start->at].kind == TokenKind::kWord;
  const bool elided = !who && cue.kind != CueClass::kReads;
  // Without a word between, only "X said …" is sure.
  if (elided && immediate && cue.kind != CueClass::kTake && cue.kind != CueClass::kRumour &&
      !joined && !cues_.whole) {
    return false;
  }
  Saying said = saying(cue, start->at == start->stop ? "marks and cue" : "that");
  if (cue.kind == CueClass::kRumour) {
    said.nobody = true;
  } else {
    name(said, std::move(who));
  }
  if (joined && elided && !sayings_.empty() && sayings_.back().begin >= begin_) {
    said.speaker = sayings_.back().speaker;
    said.carried = sayings_.back().carried;
  }
  size_t end = clause_end(start->at, index + 1);
  for (size_t at = start->at; at < end && cue.kind == CueClass::kAsk; ++at) {
    if (is(CueClass::kTail, at)) end = at;
  }
  const bool quoted = frame_at(start->at) != nullptr;
  // "X said: «…» and left."
  if (quoted && start->at > 0 && p_.tokens[start->at - 1].kind == TokenKind::kStop) {
    const size_t close = frame_at(start->at)->close;
    const bool more = close < end && std::any_of(frames_.begin(), frames_.end(), [&](const Frame& f) {
                        return f.open >= close && f.open < end;
                      });
    if (!more) end = close;
  }
  if (cue.kind == CueClass::kRumour && start->at == cue.end && p_.tokens[cue.end].spaceless) {
    size_t comma = start->at;
    while (comma < end && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
    end = comma;
  }
  const bool tight = p_.tokens[start->at].spaceless;
  const bool sure = quoted || start->stop > cue.end || cue.kind == CueClass::kTake ||
                    cue.kind == CueClass::kAsk || is(CueClass::kInfinitive, start->at);
  const size_t least = sure ? 1 : tight ? 2 : 3;
  if (words_in(start->at, end) < least) return false;
  // "The paper reports that X said …": X speaks, the paper is the source.
  const bool relays = cue.kind == CueClass::kReport && index + 1 < found_.size() &&
                      found_[index + 1].begin < end && found_[index + 1].begin > start->at;
  if (relays) {
    source_ = said.speaker ? said.speaker->text : source_;
    free_ = start->at;
    return true;
  }
  if (cue.kind == CueClass::kLabel) {
    push(std::move(said), start->at, frame_at(start->at)->close);
  } else {
    push(std::move(said), start->at, end);
  }
  return true;
}

bool SentenceReader::read_before(const Cue& cue, size_t index) {
  if (cue.kind == CueClass::kAsk || cue.kind == CueClass::kLabel) return false;
  size_t subject = cue.begin;
  const auto end = content_before(cue, subject);
  if (!end) return false;
  const bool inverted = subject == cue.begin ||
                        words_in(subject, cue.begin) == 0;
  if (cues_.order == CueOrder::kCueFirst && !inverted) return false;
  if (cue.kind == CueClass::kTake && (!inverted || cue.has_gap())) return false;
  if (is(CueClass::kBecause, subject) || is(CueClass::kJoin, subject)) return false;
  // Nothing but the speaker, a day or a place may follow the cue.
  const size_t next = index + 1 < found_.size() ? found_[index + 1].begin : end_;
  if (next == end_ && words_in(cue.end, end_) > 18) return false;
  Saying said = saying(cue, "cue behind");
  std::optional<model::Argument> who;
  if (!inverted) who = speakers_.before(p_, subject, cue.begin);
  if (!who) who = speakers_.behind(p_, cue.has_gap() ? cue.gap_begin : cue.end,
                                   cue.has_gap() ? cue.gap_end : end_);
  if (cue.kind == CueClass::kRumour) said.nobody = true;
  else name(said, std::move(who));
  if (said.carried && !(inverted && words_in(cue.end, end_) <= 1)) return false;
  Saying more = said;
  push(std::move(said), free_, *end);
  free_ = std::max(free_, cue.end);
  // "Man werde, so X, die ganze Nacht …": the clause goes on behind a comma that closes the cue.
  if (more.speaker) {
    const size_t who_end = std::max(token_at(p_.tokens, more.speaker->at.range.end), cue.end);
    if (who_end + 1 < end_ && p_.tokens[who_end].kind == TokenKind::kComma &&
        words_in(begin_, *end) <= 3 && next == end_ && words_in(who_end, end_) >= 3) {
      push(std::move(more), who_end + 1, end_);
    }
  }
  return true;
}

// "According to X, …", "…, according to X".
void SentenceReader::read_according(const Cue& cue, size_t index) {
  Saying said = saying(cue, "according to");
  auto who = cue.has_gap() ? speakers_.link(p_, cue.gap_begin, cue.gap_end)
                           : speakers_.behind(p_, cue.end, end_);
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
  if (who && !cue.has_gap() && token_at(p_.tokens, who->at.range.begin) == cue.end) after = std::max(after, token_at(p_.tokens, who->at.range.end));
  name(said, std::move(who));
  const bool leads = words_in(free_, cue.begin) < 3;
  if (!leads) {
    // "The decision was, according to X, unanimous": of all the sentence.
    const bool inside = after < end_ && p_.tokens[after].kind == TokenKind::kWord &&
                        p_.tokens[cue.begin - 1].kind == TokenKind::kWord &&
                        index + 1 == found_.size() && words_in(after, end_) >= 1 &&
                        !is(CueClass::kCut, after) && !is(CueClass::kCiting, after) &&
                        !is(CueClass::kThat, after) && !p_.tokens[after].spaceless;
    push(std::move(said), free_, inside ? end_ : cue.begin);
    free_ = std::max(free_, after);
    return;
  }
  size_t at = after;
  // An apposition of the speaker, up to the comma that ends the phrase.
  while (at < end_ && p_.tokens[at].kind != TokenKind::kComma && at - after < 12 &&
         frame_at(at) == nullptr) {
    ++at;
  }
  if (at >= end_ || at - after >= 12 || cue.has_gap()) {
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
  if (said.speaker && at + 1 < end_ && p_.tokens[at].kind == TokenKind::kComma) {
    // "according to the head, X, …"
    size_t next = at + 1;
    while (next < end_ && next - at < 10 && p_.tokens[next].kind == TokenKind::kWord) ++next;
    if (next < end_ && p_.tokens[next].kind == TokenKind::kComma && next > at + 1) {
      const auto person = speakers_.person_in(p_, at + 1, next);
      if (person || !speakers_.person_in(p_, after > 12 ? cue.end : cue.end, at)) {
        if (person) said.speaker = person;
        if (person) at = next;
      } else {
        at = next;
      }
    }
  }
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
  auto who = speakers_.before(p_, free_, cue.begin);
  if (!who) who = speakers_.link(p_, free_, cue.begin);
  if (!who) return;
  name(said, std::move(who));
  push(std::move(said), cue.end, clause_end(cue.end, index + 1));
}

// "Minister: …" as headlines have it.
bool SentenceReader::read_colon() {
  size_t from = begin_;
  for (size_t at = begin_; at < end_; ++at) {
    if (frame_at(at) != nullptr) return false;
    const Token& token = p_.tokens[at];
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

// "[X] [what he denies] denied" of languages whose verb stands last though their "that" follows it.
bool SentenceReader::read_object_first(const Cue& cue) {
  size_t from = free_;
  if (Frame* frame = frame_before(cue.begin, free_);
      frame != nullptr && words_in(frame->close, cue.begin) == 0) {
    Saying said = saying(cue, "marks and cue");
    name(said, speakers_.before(p_, free_, frame->open));
    push(std::move(said), frame->open, frame->close);
    return true;
  }
  for (size_t at = cue.begin; at-- > free_;) {
    if (p_.tokens[at].kind == TokenKind::kComma || p_.tokens[at].kind == TokenKind::kStop) {
      from = at + 1;
      break;
    }
  }
  PhraseMatch found;
  while (from < cue.begin && cues_.match(CueClass::kLead, p_.tokens, from, cue.begin, found)) {
    from = found.end;
  }
  size_t to = from, begin = 0;
  for (const auto* mention : p_.mentions) {
    const size_t first = token_at(p_.tokens, mention->at.range.begin);
    if (first >= from && first <= to + 1 && first < cue.begin) {
      to = std::max(to, token_at(p_.tokens, mention->at.range.end));
    }
  }
  for (size_t at = from; at <= to && at < cue.begin; ++at) {
    if (cues_.match(CueClass::kWho, p_.tokens, at, cue.begin, found)) to = std::max(to, found.end);
  }
  size_t end = cue.begin;
  if (cue.has_gap()) {  // "[X] from [what he reports] reported"
    to = cue.begin;
    begin = cue.gap_begin;
    end = cue.gap_end;
    if (auto who = speakers_.before(p_, from, to)) {
      to = token_at(p_.tokens, who->at.range.end);
    }
  }
  for (size_t at = from + 1; at < cue.begin && begin == 0; ++at) {
    if (!cues_.match(CueClass::kSubject, p_.tokens, at, cue.begin, found)) continue;
    to = at;
    begin = found.end;
  }
  if (to == from) to = std::min(from + 2, cue.begin);
  begin = std::max(begin, to);
  if (to > cue.begin || to <= from || begin >= end) return false;
  Saying said = saying(cue, "object first");
  name(said, speakers_.link(p_, from, to));
  push(std::move(said), begin, end);
  free_ = std::max(free_, cue.end);
  return true;
}

void SentenceReader::read_cue(size_t index) {
  const Cue cue = found_[index];
  if (cue.begin < free_) return;
  if (cue.kind == CueClass::kAccording) {
    if (words_in(free_, cue.begin) > 0 && is(CueClass::kCiting, cue.begin)) return;
    // "según explicó X": the verb tells it.
    if (index + 1 < found_.size() && found_[index + 1].begin <= cue.end + 1 &&
        is(CueClass::kAs, cue.begin) && found_[index + 1].kind <= CueClass::kReport) {
      return;
    }
    return read_according(cue, index);
  }
  if (cue.kind == CueClass::kAccordingAfter) return read_according_after(cue, index);
  if (cue.begin >= citing_begin_ && cue.begin < citing_end_) return;
  if (cue.kind == CueClass::kObjectFirst) {
    read_object_first(cue);
    return;
  }
  if (cue.kind == CueClass::kSay && read_as(cue)) return;
  if (cue.begin > begin_ && cues_.is(CueClass::kBecause, p_.tokens, cue.begin - 1, cue.begin)) {
    return;
  }
  if (read_postposed(cue)) return;
  // "…, said X of Y": the comma before the cue tells that it stands behind.
  size_t front = cue.begin;
  while (front > free_ && cues_.is(CueClass::kLead, p_.tokens, front - 1, front)) --front;
  const bool behind = front > free_ && !cues_.whole &&
                      (p_.tokens[front - 1].kind == TokenKind::kComma ||
                       is_dash(p_.tokens[front - 1], p_.text)) &&
                      !is(CueClass::kGerund, cue.begin) && words_in(free_, front) >= 2;
  if (behind) {
    const auto start = content_behind(cue, index);
    bool told = false;
    for (size_t at = cue.end; start && at < start->at && at < cue.end + 3; ++at) {
      told = told || (p_.tokens[at].kind == TokenKind::kWord && is(CueClass::kThat, at)) ||
             p_.tokens[at].at.of(p_.text) == ":";
    }
    told = told || (start && frame_at(start->at) != nullptr);
    size_t subject = cue.begin;
    const auto end = told ? std::nullopt : content_before(cue, subject);
    const bool direct = start && start->at == cue.end;
    // "X, who studied there, said half of the money …"
    size_t comma = free_;
    while (comma < front && p_.tokens[comma].kind != TokenKind::kComma) ++comma;
    const bool apposed = direct && subject == front && comma + 1 < front && comma - free_ <= 8 &&
                         speakers_.names_somebody(p_, free_, comma);
    if (end && !apposed && !(direct && subject < front) && (subject < front || speakers_.behind(p_, cue.end, end_)) &&
        read_before(cue, index)) {
      return;
    }
  }
  if (read_behind(cue, index) || read_before(cue, index)) return;
  if (cue.kind == CueClass::kTake || cue.kind == CueClass::kLabel) return;
  // "«…» So says X." behind a quotation that is a sentence of its own.
  Saying said = saying(cue, "marks and cue");
  auto who = speakers_.before(p_, free_, cue.begin);
  if (!who) who = speakers_.behind(p_, cue.end, end_);
  name(said, std::move(who));
  said.bare = true;
  sayings_.push_back(std::move(said));
}

// Verbs that no table has: "«…», V the deputy X", "X V: «…»".
void SentenceReader::read_unknown() {
  for (Frame& frame : frames_) {
    if (frame.used || frame.open < begin_ || frame.close > end_) continue;
    // Behind: a comma or dash, a word, a name.
    size_t at = frame.close, marks = 0;
    while (at < end_ && p_.tokens[at].kind != TokenKind::kWord && at - frame.close < 4) {
      if (p_.tokens[at].kind == TokenKind::kQuote) break;
      ++at;
      ++marks;
    }
    const std::string_view inner = frame.marks.inner.of(p_.text);
    const bool parted = marks > 0 || inner.ends_with(',') || inner.ends_with('!') ||
                        inner.ends_with('?');
    const auto lower = [&](size_t token) {
      const char32_t c = text::decode(p_.text, p_.tokens[token].at.begin).value;
      return (text::is_latin(c) || text::is_cyrillic(c)) && !text::is_upper(c);
    };
    if (parted && cues_.order == CueOrder::kSpeakerFirst && at + 1 < end_ &&
        p_.tokens[at].kind == TokenKind::kWord && lower(at) && free_ <= frame.open &&
        words_in(free_, frame.open) == 0 && !is(CueClass::kJoin, at) && !is(CueClass::kAs, at) &&
        !is(CueClass::kCut, at)) {
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

std::vector<Saying> SentenceReader::read(size_t begin, size_t end) {
  begin_ = free_ = begin;
  end_ = end;
  sayings_.clear();
  find_cues();
  medium_.clear();
  source_.clear();
  if (read_colon()) return std::move(sayings_);
  const bool quoted = frame_before(end_, begin_) != nullptr;
  if (found_.empty() && !quoted) return {};
  if (found_.empty() && cues_.order == CueOrder::kCueLast && read_headline()) {
    return std::move(sayings_);
  }
  read_medium();
  read_citing();
  if (cues_.order == CueOrder::kCueLast) {
    read_last();
  } else {
    for (size_t i = 0; i < found_.size(); ++i) read_cue(i);
  }
  if (quoted) read_unknown();
  return std::move(sayings_);
}

}  // namespace synoptic::annotate::syntax
