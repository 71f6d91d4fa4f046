// Whom a phrase means: a person that it names or that its words described before, and how likely it
// is that anybody speaks there.
#include <algorithm>

#include "annotate/quotes/quote_speaker.h"
#include "annotate/steps.h"
#include "text/name_marks.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestDescription = 8;  // words before a name

std::string key_of(const Passage& p, size_t begin, size_t end) {
  std::string key;
  for (size_t at = begin; at < end; ++at) {
    if (!is_content(p.tokens[at])) continue;
    if (!key.empty() && !p.tokens[at].spaceless) key += ' ';
    key += p.tokens[at].folded;
  }
  return key;
}

bool speaks(const model::Mention& mention) {
  return mention.type == model::EntityType::kPerson || mention.form == "role" ||
         (!mention.role.empty() && mention.form != "adjective");
}

}  // namespace

void SpeakerFinder::learn(const Passage& p) {
  for (const auto* mention : p.mentions) {
    if (mention->type != model::EntityType::kPerson) continue;
    const size_t end = token_at(p.tokens, mention->at.range.begin);
    size_t begin = end;
    while (begin > 0 && end - begin < kLongestDescription && is_content(p.tokens[begin - 1])) {
      --begin;
      if (end - begin >= 2) described_.emplace(key_of(p, begin, end), mention);
    }
  }
}

// The person whom the phrase names: not one whom its speaker only belongs to.
const model::Mention* SpeakerFinder::person_of(const Passage& p, size_t begin, size_t end) const {
  const Range range = bytes_of(p.tokens, begin, end);
  const model::Mention *found = nullptr, *office = nullptr;
  for (const auto* mention : mentions_in(p, range)) {
    const Range at = mention->at.range;
    if (at.end <= range.begin || at.begin >= range.end || !speaks(*mention)) continue;
    const size_t first = token_at(p.tokens, at.begin), behind = token_at(p.tokens, at.end);
    const bool possessive = behind + 1 < end && p.tokens[behind].kind == TokenKind::kOther &&
                            text::is_genitive(p.tokens[behind + 1].folded);
    bool belongs = false;
    for (size_t i = first; i-- > begin;) {  // "for President X", not "for the government X"
      if (cues_.is(CueClass::kOf, p.tokens, i, first)) {
        belongs = i > begin;
        break;
      }
      const bool cased = !text::is_arabic(text::decode(p.text, p.tokens[i].at.begin).value);
      if (!(cased && cues_.is(CueClass::kWho, p.tokens, i, first)) &&
          !cues_.is(CueClass::kGeneric, p.tokens, i, first)) {
        break;
      }
    }
    const bool at_edge = at.end + 4 >= range.end || at.begin <= range.begin + 4;
    // "le maire [de Lyon]" where the tables of names do not know the town
    if (first > begin && first < end && cues_.is(CueClass::kOf, p.tokens, first, behind) &&
        behind - first > 1 && !text::is_upper(text::decode(p.text, at.begin).value)) {
      belongs = true;
    }
    if (possessive || belongs) continue;
    // "адвокат Ковтуна Павло Лис": of two names in a row the first one is whose lawyer he is.
    if (mention->type == model::EntityType::kPerson && first > begin && is_next_a_person(p, at)) {
      continue;
    }
    // "сказав Суспільному речник поліції Іван Мельник": what looks like an office before a name
    // may be two words that only stand together.
    if (mention->type == model::EntityType::kPerson) {
      if (mention->form != "role") return mention;
      if (office == nullptr) office = mention;
      continue;
    }
    if (at_edge && office == nullptr) found = mention;
  }
  return office != nullptr ? office : found;
}

// "(2330.TW)", "（東証: 7203）": the bracket that ends at the token names a share; its first token.
size_t SpeakerFinder::begin_of_ticker(const Passage& p, size_t begin, size_t end) {
  constexpr size_t kLongest = 10;  // tokens
  if (end == begin || p.tokens[end - 1].kind != TokenKind::kClose) return end;
  bool parted = false, plain = true;
  for (size_t at = end - 1; at-- > begin && end - at <= kLongest;) {
    const Token& token = p.tokens[at];
    const std::string_view mark = token.at.of(p.text);
    if (token.kind == TokenKind::kOpen) return parted && plain && at > begin ? at : end;
    parted = parted || mark == "." || mark == ":" || mark == "：";
    if (!parted && token.kind == TokenKind::kWord) {  // the share's own letters
      plain = plain && std::ranges::all_of(mark, [](char c) {
                return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
              });
    }
  }
  return end;
}

std::optional<model::Argument> SpeakerFinder::link(const Passage& p, size_t begin,
                                                   size_t end) const {
  while (begin < end && !is_content(p.tokens[begin])) ++begin;
  while (end > begin && !is_content(p.tokens[end - 1]) &&
         p.tokens[end - 1].kind != TokenKind::kClose) {
    --end;
  }
  if (begin >= end) return std::nullopt;
  end = begin_of_ticker(p, begin, end);
  Range range = bytes_of(p.tokens, begin, end);
  for (const std::string& ending : cues_.subject_endings) {
    const Token& last = p.tokens[end - 1];
    if (last.folded.size() <= ending.size() || !last.folded.ends_with(ending)) continue;
    if (!last.at.of(p.text).ends_with(ending)) continue;
    range.end -= static_cast<uint32_t>(ending.size());
    break;
  }
  model::Argument argument;
  argument.text = range.of(p.text);
  argument.name = argument.text;
  argument.at = place_of(annotated_.article, p.block, range);
  // A phrase is a mention when nothing but generic words stands beside it.
  const model::Mention* whole = nullptr;
  for (const auto* mention : mentions_in(p, range)) {
    const Range at = mention->at.range;
    if (at.end <= range.begin || at.begin >= range.end) continue;
    size_t others = 0;
    for (size_t i = begin; i < end; ++i) {
      if (!is_content(p.tokens[i]) || p.tokens[i].at.overlaps(at)) continue;
      if (!cues_.is(CueClass::kGeneric, p.tokens, i, end)) ++others;
    }
    if (others == 0) whole = mention;
  }
  const model::Mention* who = person_of(p, begin, end);
  if (who == nullptr) who = whole;
  if (who == nullptr) {
    const auto known = described_.find(key_of(p, begin, end));
    if (known != described_.end()) who = known->second;
  }
  if (who == nullptr) who = owner_of(p, begin, end);
  if (who != nullptr) {
    argument.entity = who->entity;
    argument.name = who->name.empty() ? who->text : who->name;
  }
  return argument;
}

// Some words that all begin with a capital, or, where there are none, two or three that are
// nothing else.
bool SpeakerFinder::is_name_like(const Passage& p, const Segment& segment) const {
  size_t words = 0;
  bool cased = false;
  for (size_t at = segment.begin; at < segment.end; ++at) {
    const Token& token = p.tokens[at];
    if (token.kind != TokenKind::kWord) continue;
    if (token.spaceless) return false;
    ++words;
    const char32_t first = text::decode(p.text, token.at.begin).value;
    const bool has_case = text::is_latin(first) || text::is_cyrillic(first);
    cased = cased || has_case;
    if (has_case && !text::is_upper(first)) return false;
    if ((cues_.is(CueClass::kGeneric, p.tokens, at, segment.end) &&
         (has_case || at > segment.begin)) ||
        cues_.is(CueClass::kWho, p.tokens, at, segment.end) ||
        cues_.is(CueClass::kOf, p.tokens, at, segment.end)) {
      return false;
    }
  }
  return words >= 2 && words <= (cased ? 4u : 3u);
}

// 4: a person, 3: what looks like a name, 2: an office, an organisation, a word for a speaker,
// 1: any other words.
int SpeakerFinder::quality(const Passage& p, const Segment& segment) const {
  const Range range = bytes_of(p.tokens, segment.begin, segment.end);
  int best = 1;
  for (const auto* mention : mentions_in(p, range)) {
    if (!mention->at.range.overlaps(range)) continue;
    if (mention->type == model::EntityType::kPerson &&
        person_of(p, segment.begin, segment.end) == mention) {
      return 4;
    }
    if (mention->form != "adjective") best = 2;
  }
  for (size_t at = segment.begin; at < segment.end; ++at) {
    if (cues_.is(CueClass::kWho, p.tokens, at, segment.end)) best = 2;
  }
  if (!is_name_like(p, segment)) return best;
  const char32_t first = text::decode(p.text, range.begin).value;
  return text::is_latin(first) || text::is_cyrillic(first) ? 3 : best;
}

bool SpeakerFinder::is_body(const Passage& p, size_t begin, size_t end) const {
  if (begin >= end || person_of(p, begin, end) != nullptr) return false;
  // Its first word is the body's: not "the leader of the opposition".
  for (size_t at = begin; at < end; ++at) {
    if (!is_content(p.tokens[at])) continue;
    if (cues_.is(CueClass::kBody, p.tokens, at, end)) return true;
    for (const auto* mention : mentions_in(p, p.tokens[at].at)) {
      if (mention->at.range.begin == p.tokens[at].at.begin && mention->form != "adjective" &&
          mention->type == model::EntityType::kOrg) {
        return true;
      }
    }
    const bool small = cues_.is(CueClass::kGeneric, p.tokens, at, end) ||
                       cues_.is(CueClass::kArticle, p.tokens, at, end);
    const char32_t first = text::decode(p.text, p.tokens[at].at.begin).value;
    if (!small && !text::is_upper(first)) return false;
  }
  return false;
}

bool SpeakerFinder::is_pronoun(const Passage& p, const model::Argument& phrase) const {
  const size_t from = token_at(p.tokens, phrase.at.range.begin);
  const size_t to = token_at(p.tokens, phrase.at.range.end);
  PhraseMatch found;
  return from < to && cues_.match(CueClass::kPronoun, p.tokens, from, to, found) &&
         to - from == found.end - found.begin;
}

std::optional<model::Argument> SpeakerFinder::person_in(const Passage& p, size_t begin,
                                                        size_t end) const {
  if (begin >= end) return std::nullopt;
  const Range range = bytes_of(p.tokens, begin, end);
  for (const auto* mention : mentions_in(p, range)) {
    if (mention->type != model::EntityType::kPerson || !mention->at.range.overlaps(range)) continue;
    model::Argument argument{mention->text, mention->entity, mention->name, mention->at};
    if (argument.name.empty()) argument.name = mention->text;
    return argument;
  }
  return std::nullopt;
}

}  // namespace synoptic::annotate::syntax
