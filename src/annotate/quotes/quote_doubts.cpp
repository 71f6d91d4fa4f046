// What looks like a speaker or like speech by its place, and is none.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/quantities/quantity_draft.h"
#include "annotate/quotes/quote_speaker.h"
#include "base/sorted.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::annotate::syntax {

bool SpeakerFinder::counts_people(const model::Quantity& quantity) const {
  const auto noun =
      QuantityTable::get().at(NumberWord::kNoun, model::table_language(annotated_.article.lang),
                              text::fold_copy(quantity.counted), 0);
  return noun && is_people(noun->entry->value);
}

// "the 46-year-old", "(31)", "a 2023 survey" are numbers of a speaker, "187 arrests" is none.
bool SpeakerFinder::is_of_a_person(const Passage& p, size_t at, size_t end) const {
  const Range range = p.tokens[at].at;
  if (in_mention(p, at)) return true;
  const bool hyphen = at + 1 < end && p.tokens[at + 1].kind == TokenKind::kOther;
  const bool bracket = at > 0 && p.tokens[at - 1].kind == TokenKind::kOpen;
  constexpr size_t kYear = 4;
  if (hyphen || bracket || range.size() == kYear) return true;
  // They stand in the order of reading: those of the title, whose block has the highest number,
  // first.
  const auto order = [](const model::Quantity& quantity) { return quantity.at.block + 1; };
  const auto here = those_with(annotated_.quantities, p.block + 1, order);
  return std::ranges::any_of(here, [&](const model::Quantity& quantity) {
    return quantity.at.range.overlaps(range) &&
           (quantity.kind == "age" || (quantity.kind == "count" && counts_people(quantity)));
  });
}

bool SpeakerFinder::may_speak(const Passage& p, const model::Argument& speaker) const {
  size_t begin = token_at(p.tokens, speaker.at.range.begin);
  const size_t end = token_at(p.tokens, speaker.at.range.end);
  if (begin >= end) return true;
  PhraseMatch as;
  while (begin < end && cues_.match(CueClass::kAs, p.tokens, begin, end, as)) begin = as.end;
  if (begin >= end || behind_thing(p, begin, end) == end) return false;
  if (ends_as_topic(p, begin, end) || goes_on(p, begin, end)) return false;
  if (!in_mention(p, begin) && !starts_mention(p, begin) &&
      cues_.is(CueClass::kNoStart, p.tokens, begin, end)) {
    return false;
  }
  // "The song he [wrote]", "a version of [this page]": a clause of its own, half a phrase.
  if (end > begin + 1 && !p.tokens[end - 1].spaceless && !in_mention(p, end - 1) &&
      cues_.order == CueOrder::kSpeakerFirst &&
      text::is_latin(text::decode(p.text, p.tokens[end - 1].at.begin).value) &&
      (cues_.is(CueClass::kPronoun, p.tokens, end - 1, end) ||
       cues_.is(CueClass::kOf, p.tokens, end - 1, end))) {
    return false;
  }
  bool says_something = false, knows = false;
  for (size_t at = begin; at < end; ++at) {
    const Token& token = p.tokens[at];
    if (token.kind != TokenKind::kWord) continue;
    knows = knows || cues_.is(CueClass::kWho, p.tokens, at, end);
    const bool empty = cues_.is(CueClass::kArticle, p.tokens, at, at + 1);
    says_something = says_something || !empty || token.spaceless;
    const bool number = is_ascii_digit(p.text[token.at.begin]);
    // "the 200 workers' union": what speaks stands behind the number.
    if (number && !knows && !is_of_a_person(p, at, end)) {
      const bool later = quality(p, {at + 1, end}) >= 2 && at + 1 < end;
      if (!later || at > begin + 1) return false;
    }
  }
  return says_something || speaker.entity.size() > 0 || end - begin > 1;
}

bool SpeakerFinder::starts_mention(const Passage& p, size_t at) const {
  const auto inside = mentions_in(p, p.tokens[at].at);
  return std::ranges::any_of(inside, [&](const model::Mention* mention) {
    return mention->at.range.begin == p.tokens[at].at.begin;
  });
}

// "The mayor of Lyon, Anna Holt, said": an office and a comma in front of its name are no speech;
// nor is "Holt, who had asked for more, welcomed the vote".
bool SpeakerFinder::is_subject(const Passage& p, size_t begin, size_t end, size_t cue,
                               const model::Argument& speaker) const {
  constexpr size_t kLongestOffice = 7;
  while (begin < end && !is_content(p.tokens[begin])) ++begin;
  while (end > begin && !is_content(p.tokens[end - 1])) --end;
  if (begin >= end || p.tokens[begin].spaceless) return false;
  size_t comma = begin;
  while (comma < end && p.tokens[comma].kind != TokenKind::kComma) ++comma;
  const size_t from = token_at(p.tokens, speaker.at.range.begin);
  const size_t to = token_at(p.tokens, speaker.at.range.end);
  const int worth = from < to ? quality(p, {from, to}) : 0;
  // "[Northvale], Inc. announced": what stands before the comma is half of the name.
  const Range words = bytes_of(p.tokens, begin, end);
  for (const auto* mention : mentions_in(p, words)) {
    if (mention->at.range.begin <= words.begin && mention->at.range.end > words.end) return true;
  }
  if (comma - begin > kLongestOffice || !names_somebody(p, begin, comma)) return false;
  if (comma == end) {
    const bool parted = to <= cue && cue > 0 && p.tokens[cue - 1].kind == TokenKind::kComma;
    return parted && worth >= 3 && from <= end + 1;
  }
  const bool relative = comma + 1 < end && cues_.is(CueClass::kNoStart, p.tokens, comma + 1, end);
  const bool name = quality(p, {begin, comma}) == 4 && in_mention(p, comma - 1);
  return worth < 2 && (relative || name);
}

bool SpeakerFinder::is_next_a_person(const Passage& p, Range name) {
  if (name.end >= p.text.size() || p.text[name.end] != ' ') return false;
  const auto next = mentions_in(p, {name.end + 1, name.end + 2});
  return std::ranges::any_of(next, [&](const model::Mention* mention) {
    return mention->type == model::EntityType::kPerson && mention->at.range.begin == name.end + 1 &&
           mention->form != "role";
  });
}

bool SpeakerFinder::is_speaker(const Passage& p, size_t begin, size_t end) const {
  for (size_t at = begin; at < end; ++at) {
    if (cues_.is(CueClass::kWho, p.tokens, at, end)) return true;
  }
  const Range range = bytes_of(p.tokens, begin, end);
  const auto inside = mentions_in(p, range);
  return std::any_of(inside.begin(), inside.end(), [&](const model::Mention* mention) {
    return mention->type == model::EntityType::kPerson || mention->form == "role" ||
           mention->type == model::EntityType::kOrg ||
           (mention->at.range.begin <= range.begin && mention->at.range.end >= range.end);
  });
}

bool SpeakerFinder::names_somebody(const Passage& p, size_t begin, size_t end) const {
  return begin < end && quality(p, {begin, end}) >= 2;
}

}  // namespace synoptic::annotate::syntax
