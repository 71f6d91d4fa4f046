#include "annotate/quotes/quote_speaker.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestPhrase = 16;  // tokens of a speaker
constexpr size_t kLongestPhraseTight = 30;

// "J. Holt", "G. W. Holt": the point of an initial ends nothing.
bool is_initial(const Passage& p, size_t at) {
  return at > 0 && p.tokens[at].at.of(p.text) == "." && p.tokens[at - 1].at.size() <= 2 &&
         p.tokens[at - 1].kind == TokenKind::kWord &&
         p.tokens[at - 1].at.end == p.tokens[at].at.begin;
}

}  // namespace

SpeakerFinder::SpeakerFinder(const model::Annotated& annotated, const QuoteCues& cues)
    : annotated_(annotated), cues_(cues) {
  for (const model::Quantity& quantity : annotated.quantities) {
    numbers_.emplace_back(quantity.at.block, quantity.at.range.begin);
  }
  std::ranges::sort(numbers_);
  for (const model::TimeMention& time : annotated.times) {
    times_.push_back({time.at.block, time.at.range.begin, time.at.range.end});
  }
  std::ranges::sort(times_, {}, &Time::place);
  for (size_t i = 0; i < times_.size(); ++i) {
    const bool first = i == 0 || times_[i - 1].block != times_[i].block;
    times_[i].furthest = first ? times_[i].end : std::max(times_[i - 1].furthest, times_[i].end);
  }
}

bool SpeakerFinder::ends_phrase(const Passage& p, size_t at, size_t begin, size_t end) const {
  const Token& token = p.tokens[at];
  if (token.kind == TokenKind::kStop) return !(is_initial(p, at) && at + 1 < end);
  if (in_mention(p, at)) return false;
  if (token.kind == TokenKind::kComma || token.kind == TokenKind::kOpen) return true;
  if (token.kind != TokenKind::kWord || at == begin) return false;
  return cues_.is(CueClass::kCut, p.tokens, at, end) ||
         cues_.is(CueClass::kCiting, p.tokens, at, end) ||
         cues_.is(CueClass::kThat, p.tokens, at, end) || begins_listener(p, at, end);
}

// "Gröger der Agentur dpa", behind a person; "ein Sprecher der Agentur" speaks for it.
bool SpeakerFinder::begins_listener(const Passage& p, size_t at, size_t end) const {
  if (!cues_.is(CueClass::kAddressee, p.tokens, at, end)) return false;
  const auto before = mentions_in(p, p.tokens[at - 1].at);
  return std::ranges::any_of(before, [](const model::Mention* mention) {
    return mention->type == model::EntityType::kPerson && mention->form != "role";
  });
}

// A full stop that ends no sentence: "J. Holt", "Inc. (NYSE: NVRB)", "Co., Ltd. said".
bool SpeakerFinder::is_abbreviated(const Passage& p, size_t at, size_t end) {
  if (is_initial(p, at)) return true;
  if (p.tokens[at].at.of(p.text) != "." || at + 1 >= end) return false;
  const TokenKind next = p.tokens[at + 1].kind;
  return next == TokenKind::kOpen || next == TokenKind::kComma;
}

// Whether no speaker begins here. "والي" is a governor, and "و" with "إلى" only by its letters.
bool SpeakerFinder::is_cut(const Passage& p, size_t at, size_t end) const {
  PhraseMatch cut, who;
  if (!cues_.match(CueClass::kCut, p.tokens, at, end, cut)) return false;
  return cut.prefix.empty() || !cues_.match(CueClass::kWho, p.tokens, at, end, who) ||
         !who.prefix.empty();
}

// Inside a name, and not its first token.
bool SpeakerFinder::in_mention(const Passage& p, size_t at) const {
  const uint32_t byte = p.tokens[at].at.begin;
  auto found = std::upper_bound(p.mentions.begin(), p.mentions.end(), byte,
                                [](uint32_t wanted, const model::Mention* mention) {
                                  return wanted < mention->at.range.begin;
                                });
  if (found == p.mentions.begin()) return false;
  const Range range = (*--found)->at.range;
  return byte < range.end && (byte > range.begin || p.tokens[at].spaceless);
}

// Cuts what is no part of a speaker at both ends; nullopt when nothing is left.
std::optional<SpeakerFinder::Segment> SpeakerFinder::trimmed(const Passage& p, size_t begin,
                                                             size_t end) const {
  PhraseMatch lead;
  while (begin < end) {
    if (!is_content(p.tokens[begin])) {
      ++begin;
    } else if ((cues_.match(CueClass::kLead, p.tokens, begin, end, lead) ||
                (!p.tokens[begin].spaceless &&
                 cues_.match(CueClass::kJoin, p.tokens, begin, end, lead))) &&
               lead.end <= end) {
      begin = lead.end;
    } else {
      break;
    }
  }
  if (begin >= end || (!in_mention(p, begin) && is_cut(p, begin, end)) ||
      (!in_mention(p, begin) && cues_.is(CueClass::kCiting, p.tokens, begin, end)) ||
      cues_.is(CueClass::kThat, p.tokens, begin, end)) {
    return std::nullopt;
  }
  size_t to = begin;
  PhraseMatch whole;
  while (to < end) {
    if (p.tokens[to].spaceless && cues_.match(CueClass::kWho, p.tokens, to, end, whole)) {
      to = whole.end;
      continue;
    }
    if (ends_phrase(p, to, begin, end) ||
        (to > begin && cues_.is(CueClass::kSubject, p.tokens, to, end))) {
      break;
    }
    ++to;
  }
  while (to > begin &&
         (!is_content(p.tokens[to - 1]) || cues_.is(CueClass::kLead, p.tokens, to - 1, to))) {
    --to;
  }
  if (to <= begin) return std::nullopt;
  return Segment{begin, to};
}

// "The mayor, Ruth Adler, said", "Sarah Quinn, a union official, said", "In the end, he said".
std::optional<model::Argument> SpeakerFinder::before(const Passage& p, size_t begin,
                                                     size_t end) const {
  constexpr size_t kLongest = kLongestPhraseTight + 10;
  if (auto name = apposed(p, begin, end)) return name;
  if (end - begin > kLongest) begin = end - kLongest;
  std::optional<Segment> best;
  int best_quality = 0;
  bool named = false;  // the best one begins with an article or a capital
  for (size_t at = begin; at < end;) {
    if (const size_t behind = behind_bracket(p, at, end); behind > at) {
      at = behind;
      continue;
    }
    size_t to = at;
    bool cue = false;
    while (to < end && p.tokens[to].kind != TokenKind::kComma &&
           !(p.tokens[to].kind == TokenKind::kStop && !is_abbreviated(p, to, end))) {
      if (const size_t behind = behind_bracket(p, to, end); behind > to) {
        to = behind;
        continue;
      }
      PhraseMatch other;
      cue = cue || (to > at && cues_.match(CueClass::kSay, p.tokens, to, end, other));
      ++to;
    }
    // "Shares fell after the regulator said": the subject of the last clause.
    if (to == end) {
      for (size_t i = at + 1; i + 1 < end; ++i) {
        if (p.tokens[i].spaceless || !cues_.is(CueClass::kBecause, p.tokens, i, end)) continue;
        if (!in_mention(p, i)) at = i + 1;
      }
    }
    // ", and officials": another clause.
    if (at > begin && at < end && !p.tokens[at].spaceless &&
        cues_.is(CueClass::kJoin, p.tokens, at, end)) {
      best.reset();
      best_quality = 0;
    }
    const bool other_clause = to < end && (cue || p.tokens[to].kind == TokenKind::kStop);
    if (const auto segment = trimmed(p, at, to); segment && !other_clause) {
      const int worth = quality(p, *segment);
      const char32_t first = text::decode(p.text, p.tokens[segment->begin].at.begin).value;
      const bool noun = cues_.is(CueClass::kGeneric, p.tokens, segment->begin, segment->end);
      const bool capital = text::is_upper(first) && (segment->begin > 0 || worth > 1);
      // Of nameless ones the first, unless only the later one begins like a subject.
      const bool better = worth > best_quality && !(best_quality >= 3 && worth >= 3);
      // "the UN envoy, [two unknown words], said" of scripts without capitals
      const bool name =
          best_quality == 2 && worth == 1 && text::is_arabic(first) && is_name_like(p, *segment);
      const bool office =
          best_quality == 1 && worth == 2 && text::is_arabic(first) && is_name_like(p, *best);
      if (((better && !office) || name) || (worth == best_quality && worth < 3 && noun && !named)) {
        best = segment;
        best_quality = worth;
        named = noun || capital;
      }
    }
    // What stands before a stop, or has a cue of its own, belongs to another clause.
    if (other_clause) {
      best.reset();
      best_quality = 0;
      named = false;
    }
    at = to + 1;
  }
  if (!best) return std::nullopt;
  return link(p, best->begin, best->end);
}

std::optional<model::Argument> SpeakerFinder::topic_of(const Passage& p, size_t begin,
                                                       size_t end) const {
  if (auto person = person_in(p, begin, end)) return person;
  if (begin < end && p.tokens[begin].spaceless) {  // up to the subject's particle
    for (size_t at = begin + 1; at < std::min(end, begin + 16); ++at) {
      if (p.tokens[at].kind != TokenKind::kWord) break;
      if (cues_.is(CueClass::kSubject, p.tokens, at, end)) return link(p, begin, at);
    }
    return std::nullopt;
  }
  size_t to = begin;
  while (to < end && to - begin < 4 && p.tokens[to].kind == TokenKind::kWord) {
    const Token& token = p.tokens[to];
    const char32_t first = text::decode(p.text, token.at.begin).value;
    if (token.spaceless || text::is_hangul(first)) break;
    if ((text::is_latin(first) || text::is_cyrillic(first)) && !text::is_upper(first)) break;
    if (to > begin && (cues_.is(CueClass::kCut, p.tokens, to, end) ||
                       cues_.is(CueClass::kSubject, p.tokens, to, end))) {
      break;
    }
    ++to;
  }
  const bool arabic =
      begin < end && text::is_arabic(text::decode(p.text, p.tokens[begin].at.begin).value);
  const bool cut = to < end && (p.tokens[to].kind == TokenKind::kComma ||
                                cues_.is(CueClass::kCut, p.tokens, to, end));
  if (arabic && !cut) return std::nullopt;
  if (!is_name_like(p, {begin, to}) || to == begin) return std::nullopt;
  return link(p, begin, to);
}

std::optional<model::Argument> SpeakerFinder::behind(const Passage& p, size_t begin, size_t end,
                                                     bool closed) const {
  while (begin < end && p.tokens[begin].kind == TokenKind::kOther) ++begin;
  // "قال لأنصاره إنه", "محذرة من أن": a listener alone, or a lone preposition, is nobody.
  PhraseMatch alone;
  if (begin < end && !p.tokens[begin].spaceless &&
      ((cues_.match(CueClass::kAddressee, p.tokens, begin, end, alone) && alone.end >= end) ||
       (begin + 1 == end && cues_.is(CueClass::kOf, p.tokens, begin, end)))) {
    return std::nullopt;
  }
  if (const size_t told = behind_listener(p, begin, end);
      told > begin && told < end && !cues_.is(CueClass::kNoStart, p.tokens, told, end)) {
    auto who = behind(p, told, end, closed);
    if (who && names_somebody(p, token_at(p.tokens, who->at.range.begin),
                              token_at(p.tokens, who->at.range.end))) {
      return who;
    }
  }
  // "فقال من جانبه": for his part.
  PhraseMatch lead;
  if (begin < end && !p.tokens[begin].spaceless &&
      cues_.match(CueClass::kLead, p.tokens, begin, end, lead) && lead.end > begin + 1) {
    return behind(p, lead.end, end, closed);
  }
  size_t to = begin;
  size_t longest = kLongestPhrase;
  while (to < end && to - begin < longest && !ends_phrase(p, to, begin, end)) {
    if (p.tokens[to].spaceless) longest = kLongestPhraseTight;
    ++to;
  }
  // "заявил во вторник глава агентства": a day may stand between the cue and the speaker.
  if (begin < end && !p.tokens[begin].spaceless &&
      !cues_.is(CueClass::kArticle, p.tokens, begin, end)) {  // "a June report"
    const size_t next = behind_time(p, begin, end);
    if (next > begin && next < end && p.tokens[next].kind == TokenKind::kWord &&
        cues_.is(CueClass::kWho, p.tokens, next, end)) {
      return behind(p, next, end);
    }
  }
  if (to == begin || is_cut(p, begin, end) || cues_.is(CueClass::kThat, p.tokens, begin, end)) {
    return std::nullopt;
  }
  // "said she to her supporters"
  PhraseMatch pronoun;
  if (!p.tokens[begin].spaceless && !cues_.is(CueClass::kGeneric, p.tokens, begin, to) &&
      cues_.match(CueClass::kPronoun, p.tokens, begin, to, pronoun)) {
    return link(p, begin, pronoun.end);
  }
  // "said the mayor, Anna Holt, who …"; not "said Suharyanto, the head of the agency"
  if (person_of(p, begin, to) == nullptr && !is_lone_name(p, begin, to) && to + 1 < end &&
      p.tokens[to].kind == TokenKind::kComma && !is_body(p, begin, to)) {
    size_t next = to + 1;
    while (next < end && next - to <= 6 && !ends_phrase(p, next, to, end)) ++next;
    const bool ends = next == end || p.tokens[next].kind == TokenKind::kComma ||
                      p.tokens[next].kind == TokenKind::kStop;
    const auto* person = next > to + 1 ? person_of(p, to + 1, next) : nullptr;
    if (person != nullptr && person->type == model::EntityType::kPerson && (ends || !closed) &&
        token_at(p.tokens, person->at.range.begin) <= to + 2) {
      return link(p, to + 1, next);
    }
    if (ends && next > to + 1 && quality(p, {to + 1, next}) == 3 && quality(p, {begin, to}) < 3) {
      return link(p, to + 1, next);
    }
  }
  return link(p, begin, to);
}

}  // namespace synoptic::annotate::syntax
