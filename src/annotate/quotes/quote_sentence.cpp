// The cues of a sentence, in order; what each of them says is read in the other files of the class.
#include "annotate/quotes/quote_sentence.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kNegationReach = 4;
constexpr size_t kLongestCue = 40;  // tokens, with what stands in its gap

}  // namespace

bool is_dash(const Passage& p, size_t token) {
  const std::string_view mark = p.tokens[token].at.of(p.text);
  return mark == "–" || mark == "—" || mark == "-" || mark == "―";
}

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

std::span<Frame> frames_inside(std::vector<Frame>& frames, size_t begin, size_t end) {
  const auto first = std::partition_point(frames.begin(), frames.end(),
                                          [&](const Frame& f) { return f.open < begin; });
  const auto last =
      std::partition_point(first, frames.end(), [&](const Frame& f) { return f.close <= end; });
  return {first, last};
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
  if (!p_.tokens[at].opens(Token::kCue)) return std::nullopt;
  PhraseMatch match;
  size_t last = end_;
  if (cues_.order ==
      CueOrder::kCueLast) {  // a cue's gap does not reach over a comma or a quotation
    last = at + 1;
    while (last < end_ && p_.tokens[last].kind != TokenKind::kComma && last < at + kLongestCue &&
           p_.tokens[last].kind != TokenKind::kStop && p_.tokens[last].kind != TokenKind::kQuote) {
      ++last;
    }
    last = std::min(end_, last + 1);
  }
  if (!cues_.any.match(p_.tokens, at, last, match)) return std::nullopt;
  const auto blocked = [&](const PhraseMatch& found) {
    // "teilte am Montag mit": a day may stand there.
    const size_t day = speakers_.behind_time(p_, found.gap_begin, found.gap_end);
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
          found.id != static_cast<uint32_t>(CueClass::kObjectFirst) && i > found.gap_begin &&
          i >= day && is(CueClass::kCut, i)) {
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
  if (cue.kind > CueClass::kParticiple) return false;
  PhraseMatch found;
  const size_t first =
      std::max(begin_, cue.begin > kNegationReach ? cue.begin - kNegationReach : 0);
  for (size_t at = cue.begin; at-- > first;) {
    if (p_.tokens[at].kind == TokenKind::kComma || p_.tokens[at].kind == TokenKind::kStop) break;
    if (cues_.match(CueClass::kNot, p_.tokens, at, cue.begin, found)) return true;
  }
  for (size_t at = cue.gap_begin; at < cue.gap_end; ++at) {
    if (cues_.match(CueClass::kNot, p_.tokens, at, cue.gap_end, found)) return true;
  }
  for (size_t at = cue.end; at < std::min(end_, cue.end + kNegationReach); ++at) {
    if (p_.tokens[at].kind != TokenKind::kWord) break;
    if (is(CueClass::kThat, at) || is(CueClass::kInfinitive, at)) break;
    if (is(CueClass::kNotAfter, at)) return true;
  }
  return false;
}

// "the claims", "la juge": an article makes a noun of a word that may be a verb.
bool SentenceReader::is_noun(const Cue& cue) const {
  // "40 متهما", the accused: they are counted, and a verb would stand before its subject.
  if (cue.kind == CueClass::kTake && cue.end == cue.begin + 1 && cue.begin > begin_ &&
      cues_.order == CueOrder::kCueFirst) {
    const std::string_view before = p_.tokens[cue.begin - 1].folded;
    constexpr auto kDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (!before.empty() && std::ranges::all_of(before, kDigit)) return true;
  }
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
  const std::string_view word = p_.tokens[cue.begin].at.of(p_.text);
  const size_t second = text::decode(word, 0).length;
  if (second < word.size() && text::is_upper(text::decode(word, second).value)) {
    return false;  // "TOLD": all in capitals
  }
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
      if (nearer && nearer->end == cue->end &&
          p_.tokens[later].folded == p_.tokens[cue->begin].folded) {
        cue = nearer;
      }
    }
    at = cue->end;
    if (cue->kind == CueClass::kNone || is_negated(*cue) || is_noun(*cue) || is_capital(*cue)) {
      continue;
    }
    // "Asked about the plan, X did not answer": only "asked whether" tells a question.
    if (cue->kind == CueClass::kAsk && is(CueClass::kAsked, cue->begin) &&
        !is(CueClass::kKept, cue->end)) {
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
    if (!p_.tokens[at].opens(Token::kMedium)) continue;
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
    if (!p_.tokens[at].opens(Token::kCiting)) continue;
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

Gender SentenceReader::gender_of(const model::Argument& pronoun, const Saying& said) const {
  const size_t at = token_at(p_.tokens, pronoun.at.range.begin);
  // "sagten sie": they
  for (size_t cue = said.cue_begin; cue < said.cue_end; ++cue) {
    const auto plural = [&](const std::string& ending) {
      return p_.tokens[cue].folded.ends_with(ending);
    };
    if (std::ranges::any_of(cues_.plural_endings, plural)) return Gender::kUnknown;
  }
  if (is(CueClass::kShe, at)) return Gender::kWoman;
  return is(CueClass::kHe, at) ? Gender::kMan : Gender::kUnknown;
}

// "Ce dernier".
bool SentenceReader::is_latter(const model::Argument& phrase) const {
  const size_t from = token_at(p_.tokens, phrase.at.range.begin);
  const size_t to = token_at(p_.tokens, phrase.at.range.end);
  PhraseMatch found;
  return from < to && cues_.match(CueClass::kLatter, p_.tokens, from, to, found) && found.end == to;
}

// Who was named last in the passage before the byte.
std::optional<model::Argument> SentenceReader::named_before(uint32_t byte) const {
  const model::Mention* last = nullptr;
  for (const auto* mention : p_.mentions) {
    if (mention->at.range.end > byte) break;
    const bool speaks =
        mention->type == model::EntityType::kPerson || mention->type == model::EntityType::kOrg;
    if (speaks && mention->form != "adjective") last = mention;
  }
  if (last == nullptr) return std::nullopt;
  return speakers_.link(p_, token_at(p_.tokens, last->at.range.begin),
                        token_at(p_.tokens, last->at.range.end));
}

// "ورحب X بالاتفاق، وقال إن": where the verb stands first, whom the sentence names behind its first
// verb goes on speaking.
std::optional<model::Argument> SentenceReader::subject_of_sentence(size_t end) const {
  constexpr size_t kTitle = 8, kVerb = 2;  // tokens before the name
  const model::Mention* body = nullptr;
  for (const auto* mention : mentions_near(p_, begin_, end)) {
    const size_t at = token_at(p_.tokens, mention->at.range.begin);
    if (at < begin_ || at >= end || at - begin_ > kTitle || mention->form == "adjective") continue;
    const bool person = mention->type == model::EntityType::kPerson;
    if (person) {
      return speakers_.link(p_, at, token_at(p_.tokens, mention->at.range.end));
    }
    const bool first = mention->type == model::EntityType::kOrg && at - begin_ <= kVerb;
    if (first && body == nullptr) body = mention;
  }
  if (body == nullptr) return std::nullopt;
  return speakers_.link(p_, token_at(p_.tokens, body->at.range.begin),
                        token_at(p_.tokens, body->at.range.end));
}

void SentenceReader::name(Saying& said, std::optional<model::Argument> who) const {
  if (who) {
    if (auto maker = speakers_.maker_of(p_, *who)) who = std::move(maker);
  }
  if (who && is_latter(*who)) {
    if (auto last = named_before(who->at.range.begin)) who = std::move(last);
  }
  said.carried = !who || speakers_.is_pronoun(p_, *who);
  said.speaker.reset();
  if (who && said.carried) said.gender = gender_of(*who, said);
  said.doubted = who && !said.carried && !speakers_.may_speak(p_, *who);
  if (said.doubted) said.nobody = true;
  if (!said.carried) said.speaker = std::move(who);
}

void SentenceReader::push(Saying said, size_t begin, size_t end) {
  while (begin < end && p_.tokens[begin].kind != TokenKind::kWord && frame_at(begin) == nullptr) {
    ++begin;
  }
  if (begin >= end) return;
  said.begin = begin;
  said.end = end;
  for (Frame& frame : frames_in(begin, end)) frame.used = true;
  free_ = std::max(free_, end);
  sayings_.push_back(std::move(said));
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
