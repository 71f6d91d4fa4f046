#include "annotate/events/party_heads.h"

#include "text/utf8.h"

namespace synoptic::annotate::syntax {
namespace {

constexpr size_t kLongestParty = 24;     // tokens
constexpr size_t kLongestTableWord = 4;  // tokens of a word in the tables
constexpr size_t kLongestUnknown = 7;    // tokens of a name that nobody knows

std::string folded_of(const Sentence& s, size_t begin, size_t end) {
  std::string folded;
  for (size_t at = begin; at < end; ++at) folded += s.token(at).folded;
  return folded;
}

bool counts_at(const Sentence& s, const PartyWords& words, size_t at) {
  const std::string_view word = s.token(at).folded;
  return is_figure(word) || (s.token(at).spaceless && words.number.has(word));
}

bool is_blank_before(const Sentence& s, size_t at) {
  return at > s.begin && s.token(at - 1).at.end < s.token(at).at.begin;
}

std::string word_from(const Sentence& s, size_t at, size_t limit) {
  return folded_of(s, at, std::min(limit, at + kLongestTableWord));
}

bool stops_at(const Sentence& s, const PartyWords& words, size_t at, size_t limit) {
  const Mark& mark = s.mark(at);
  if (mark.name >= 0) return false;
  if (mark.time || mark.boundary || mark.relative || mark.negation || mark.trigger >= 0 ||
      mark.marker != Part::kNone) {
    return true;
  }
  return words.stop.at_begin(word_from(s, at, limit)) > 0;
}

// Where a whole phrase can end: signs that stand inside words as well are told by what is before.
bool closes_at(const Sentence& s, const PartyWords& words, size_t at, size_t limit) {
  return stops_at(s, words, at, limit) ||
         (s.mark(at).name < 0 && words.stop_behind.at_begin(word_from(s, at, limit)) > 0);
}

// Tokens of the word of somebody that begins there, 反对派 and 委员会; 0: none does.
size_t head_from(const Sentence& s, const PartyWords& words, size_t at, size_t limit) {
  for (size_t count = std::min(kLongestTableWord, limit - at); count > 1; --count) {
    if (words.head.has(folded_of(s, at, at + count))) return count;
  }
  return 0;
}

// Behind a number and its counter, "约1900名"; `at` itself where no counter follows.
size_t behind_counter(const Sentence& s, const PartyWords& words, size_t at, size_t limit) {
  size_t end = at;
  while (end < limit && counts_at(s, words, end)) ++end;
  if (end == at || end >= limit || !words.counter.has(s.token(end).folded)) return at;
  return end + 1;
}

// The shortest phrase from `begin` that ends as somebody's does and where one can end.
std::optional<PartyTokens> party_from(const Sentence& s, const PartyWords& words, size_t begin,
                                      size_t limit, bool verb_may_follow) {
  limit = std::min(limit, begin + kLongestParty);
  std::string folded;
  for (size_t at = begin; at < limit; ++at) {
    const bool named = s.mark(at).name >= 0;
    if (s.token(at).kind != TokenKind::kWord && !named) return std::nullopt;
    if (at > begin && is_blank_before(s, at) && s.token(at).spaceless) return std::nullopt;
    size_t next = behind_counter(s, words, at, limit);
    if (next == at) {
      const size_t word = named ? 0 : head_from(s, words, at, limit);
      const bool digits = is_figure(s.token(at).folded) && !named;
      if (word == 0 && at > begin && (digits || stops_at(s, words, at, limit))) {
        return std::nullopt;
      }
      next = at + std::max<size_t>(1, word);
    }
    folded += folded_of(s, at, next);
    at = next - 1;
    const size_t head = words.head_of(folded);
    if (head == 0) continue;
    const size_t end = next;
    bool covered = false;  // 委员 of 委员会
    for (size_t more = end + 1; more <= std::min(limit, end + 2); ++more) {
      const std::string rest = folded_of(s, end, more);
      covered = covered || words.head_of(folded + rest) > rest.size();
    }
    if (covered) continue;
    const bool closed = end == limit || !s.is_word(end) || is_blank_before(s, end) ||
                        counts_at(s, words, end) || closes_at(s, words, end, limit);
    constexpr size_t kSure = 6;                                      // bytes: two signs
    const bool lone = end == begin + 1 && s.token(begin).spaceless;  // 者
    bool longer = false;                                             // 武装 of 武装人员
    for (size_t more = end + 1; more <= std::min(limit, end + 2); ++more) {
      longer = longer || (s.mark(more - 1).name < 0 && words.head_of(folded_of(s, end, more)) > 0);
    }
    if (!lone && (closed || (verb_may_follow && head >= kSure && !longer))) {
      return PartyTokens{begin, end};
    }
    if (head < kSure || s.mark(begin).name >= 0) continue;
    // "生产商闪耀技研14日": a name behind the word that tells what it is, up to a time.
    for (size_t at_time = end + 2; at_time <= std::min(limit - 1, end + kLongestUnknown);
         ++at_time) {
      if (closes_at(s, words, at_time - 1, limit) || !s.is_word(at_time - 1)) break;
      if (s.mark(at_time).time) return PartyTokens{begin, at_time};
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<PartyTokens> leading_party(const Sentence& s, const PartyWords& words, size_t begin,
                                         size_t limit) {
  const auto is_small = [&](size_t at) {
    const Mark& mark = s.mark(at);
    if (mark.name >= 0) return false;
    return mark.time || mark.adverb || mark.conjunction || mark.negation ||
           s.token(at).kind != TokenKind::kWord;
  };
  while (begin < limit && is_small(begin) && behind_counter(s, words, begin, limit) == begin) {
    // 目前: all signs of the word.
    const size_t word =
        s.token(begin).spaceless ? words.stop.at_begin(word_from(s, begin, limit)) : 0;
    const size_t behind = s.token(begin).at.begin + word;
    do ++begin;
    while (begin < limit && s.token(begin).at.begin < behind);
  }
  if (begin >= limit) return std::nullopt;
  if (begin > s.begin && s.token(begin - 1).spaceless && s.mark(begin - 1).name < 0 &&
      (s.mark(begin - 1).marker != Part::kNone ||
       words.passive_before.has(s.token(begin - 1).folded))) {
    return std::nullopt;
  }
  const bool counted = behind_counter(s, words, begin, limit) > begin;
  if (!counted && head_from(s, words, begin, limit) == 0 && stops_at(s, words, begin, limit))
    return std::nullopt;
  return party_from(s, words, begin, limit, false);
}

std::optional<PartyTokens> object_party(const Sentence& s, const PartyWords& words, size_t begin,
                                        size_t limit) {
  if (begin >= limit) return std::nullopt;
  // "名工人": the number before the counter is part of it.
  if (words.counter.has(s.token(begin).folded)) {
    while (begin > s.begin && counts_at(s, words, begin - 1) && !is_blank_before(s, begin)) --begin;
  }
  return party_from(s, words, begin, limit, true);
}

std::optional<PartyTokens> whole_party(const Sentence& s, const PartyWords& words, size_t begin,
                                       size_t end) {
  if (begin >= end) return std::nullopt;
  const auto party = party_from(s, words, begin, end, false);
  return party && party->end == end ? party : std::nullopt;
}

bool has_party(const Sentence& s, const PartyWords& words, size_t begin, size_t end) {
  std::string folded;
  for (size_t at = begin; at < end; ++at) {
    folded += s.token(at).folded;
    constexpr size_t kWord = 6;  // bytes: a single sign may be part of any word
    if (words.head_of(folded) >= kWord) return true;
  }
  return false;
}

bool has_own_words(const Sentence& s, const PartyWords& words, size_t begin, size_t verb) {
  if (words.stop_behind.empty()) return false;
  constexpr size_t kFewest = 2;  // signs of a word
  size_t own = 0;
  for (size_t at = begin; at < verb; ++at) {
    const Mark& mark = s.mark(at);
    const bool small = !s.is_word(at) || mark.adverb || mark.skip || mark.pronoun ||
                       mark.conjunction || mark.copula || counts_at(s, words, at);
    if (mark.name >= 0 || closes_at(s, words, at, verb)) return false;
    if (!small) ++own;
  }
  return own >= kFewest;
}

bool is_noun_of_doing(const Sentence& s, const PartyWords& words, size_t behind, size_t limit) {
  if (words.noun_behind.empty() || behind >= limit) return false;
  return words.noun_behind.at_begin(
             folded_of(s, behind, std::min(limit, behind + kLongestTableWord))) > 0;
}

namespace {

bool is_particle(const Sentence& s, size_t at, size_t limit, Part part) {
  PhraseMatch found;
  return s.match(WordClass::kMarkerAfter, at, limit, found) &&
         s.grammar->word(WordClass::kMarkerAfter, found.id).part == part;
}

// Signs of nouns: what is written in them and the words that link them is one phrase.
bool is_noun_sign(const Sentence& s, const PartyWords& words, size_t at) {
  if (s.mark(at).name >= 0) return true;
  if (s.mark(at).time || s.mark(at).trigger >= 0) return false;
  const std::string_view text = s.token(at).at.of(s.passage->text);
  if (text == "・" || text == "＝" || words.link.has(s.token(at).folded)) return true;
  if (s.token(at).kind != TokenKind::kWord) return false;
  const char32_t first = text::decode(text, 0).value;
  return text::is_han(first) || text::is_katakana(first) || !s.token(at).spaceless;
}

// "前外相（54）は": before the brackets.
size_t before_brackets(const Sentence& s, size_t begin, size_t end) {
  if (end <= begin || s.token(end - 1).kind != TokenKind::kClose) return end;
  size_t at = end - 1;
  while (at > begin && s.token(at).kind != TokenKind::kOpen) --at;
  return at > begin ? at : end;
}

std::optional<Range> tight_party(const Sentence& s, const PartyWords& words, size_t begin,
                                 size_t limit, Part part) {
  for (size_t at = begin + 1; at < limit; ++at) {
    if (!s.token(at).spaceless || s.mark(at).name >= 0 || s.mark(at).depth > 0) continue;
    const std::string_view sign = s.token(at).at.of(s.passage->text);
    const bool heading = s.passage->kind == model::BlockKind::kHeading && sign == "、";
    if (!(heading && part == Part::kSubject) && !is_particle(s, at, limit, part)) continue;
    const size_t end = before_brackets(s, begin, at);
    size_t first = end;
    while (first > begin && is_noun_sign(s, words, first - 1)) --first;
    while (first < end && s.mark(first).name < 0 && words.link.has(s.token(first).folded)) {
      ++first;
    }
    if (first == end || words.head_of(folded_of(s, first, end)) == 0) continue;
    return bytes_of(s.passage->tokens, first, end);
  }
  return std::nullopt;
}

// The letters of a word before its particle; empty: it has none.
std::string_view stem_of(const Sentence& s, size_t at, Part part) {
  const std::string_view word = s.token(at).folded;
  size_t longest = 0;
  for (const auto& marker : s.grammar->words[static_cast<size_t>(WordClass::kMarkerAfter)]) {
    if (marker.part == part && word.ends_with(marker.text)) {
      longest = std::max(longest, marker.text.size());
    }
  }
  if (longest == 0) return {};
  return word.substr(0, word.size() - longest);
}

// "노동자들": the plural names the same.
bool names_party(const PartyWords& words, std::string_view stem) {
  const size_t plural = words.plural.at_end(stem);
  return words.head_of(stem.substr(0, stem.size() - plural)) > 0;
}

// May the word stand before the one that names somebody, in one phrase with it?
bool joins_party(const Sentence& s, const PartyWords& words, size_t at) {
  const Mark& mark = s.mark(at);
  if (s.token(at).kind != TokenKind::kWord || mark.trigger >= 0 || mark.time || mark.negation ||
      mark.depth > 0) {
    return false;
  }
  const std::string_view word = s.token(at).folded;
  if (mark.name >= 0) return s.names[static_cast<size_t>(mark.name)].part == Part::kNone;
  if (words.stop.has(word) || counts_at(s, words, at)) return false;
  if (names_party(words, word)) return true;
  if (words.loose.at_end(word) > 0) return false;
  const auto* marker = s.grammar->ending(WordClass::kMarkerAfter, word);
  return marker == nullptr || marker->part == Part::kOf;
}

std::optional<Range> spaced_party(const Sentence& s, const PartyWords& words, size_t begin,
                                  size_t limit, Part part) {
  constexpr size_t kMostWords = 4;
  for (size_t at = begin; at < limit; ++at) {
    if (!s.is_word(at) || s.mark(at).depth > 0) continue;
    uint32_t end = s.token(at).at.end;
    size_t last = at;
    std::string_view stem = stem_of(s, at, part);
    if (!stem.empty()) {
      end = s.token(at).at.begin + static_cast<uint32_t>(stem.size());
    } else if (at > begin && s.grammar->exact(WordClass::kMarkerAfter, s.token(at).folded) &&
               before_brackets(s, begin, at) < at &&
               s.grammar->exact(WordClass::kMarkerAfter, s.token(at).folded)->part == part) {
      last = before_brackets(s, begin, at) - 1;
      stem = s.token(last).folded;
      end = s.token(last).at.end;
    } else if (part == Part::kSubject && s.passage->kind == model::BlockKind::kHeading &&
               at + 1 < limit && s.token(at + 1).kind == TokenKind::kComma) {
      stem = s.token(at).folded;
    }
    if (stem.empty() || !names_party(words, stem) || words.stop.has(stem)) continue;
    size_t first = last;
    while (first > begin && last - first + 1 < kMostWords && joins_party(s, words, first - 1)) {
      --first;
    }
    return Range{s.token(first).at.begin, end};
  }
  return std::nullopt;
}

}  // namespace

void trim_object(const Sentence& s, const std::vector<model::Argument>& actors, size_t& begin,
                 size_t& end) {
  if (s.grammar->order != WordOrder::kVerbLast) return;
  for (const model::Argument& actor : actors) {
    if (actor.at.block != s.passage->block) continue;
    const size_t behind = token_at(s.passage->tokens, actor.at.range.end);
    if (behind > begin && behind <= end) begin = behind;
  }
  PhraseMatch found;
  while (begin < end && s.mark(begin).name < 0 &&
         (s.token(begin).kind == TokenKind::kComma ||
          (s.token(begin).spaceless && s.match(WordClass::kMarkerAfter, begin, end, found)))) {
    begin += s.token(begin).kind == TokenKind::kComma ? 1 : found.end - begin;
  }
  while (end > begin && s.token(end - 1).spaceless && s.mark(end - 1).name < 0 &&
         s.match(WordClass::kMarkerAfter, end - 1, end, found)) {
    --end;
  }
}

std::optional<Range> marked_party(const Sentence& s, const PartyWords& words, size_t begin,
                                  size_t limit, Part part) {
  if (begin >= limit) return std::nullopt;
  return s.token(limit - 1).spaceless || s.token(begin).spaceless
             ? tight_party(s, words, begin, limit, part)
             : spaced_party(s, words, begin, limit, part);
}

namespace {

// "棉兰老岛强震增至6死 1.1万人疏散": behind a blank somebody else is told of.
bool is_parted(const Sentence& s, const PartyWords& words, size_t begin, size_t verb) {
  size_t part = begin;
  for (size_t at = begin + 1; at <= verb; ++at) {
    if (is_blank_before(s, at) && s.token(at - 1).spaceless) part = at;
  }
  return part > begin && part < verb && !closes_at(s, words, part, verb);
}

}  // namespace

Attribute attribute(const Sentence& s, const PartyWords& words, const Name& name, size_t limit) {
  const size_t next = name.full_end;
  const Mark& mark = s.mark(next);
  if (!s.is_word(next) || mark.name >= 0 || mark.adverb || mark.conjunction || mark.pronoun) {
    return {};
  }
  if (s.grammar->order != WordOrder::kVerbLast) {
    if (is_blank_before(s, next)) return {};
    const bool counted = behind_counter(s, words, next, limit) > next;
    if (!counted && head_from(s, words, next, limit) == 0 && closes_at(s, words, next, limit)) {
      return {};
    }
    const auto party = party_from(s, words, next, limit, false);
    const bool land = name.mention->type == model::EntityType::kCountry;
    if (party && land && words.organ.has(folded_of(s, next, party->end))) return {};
    if (party) return {true, bytes_of(s.passage->tokens, name.full_begin, party->end)};
    return {s.token(next).folded == words.relative || is_parted(s, words, next, limit), {}};
  }
  if (name.part != Part::kNone || mark.skip || counts_at(s, words, next) || mark.time ||
      mark.trigger >= 0 || mark.marker != Part::kNone || words.stop.has(s.token(next).folded)) {
    return {};
  }
  const Token& last = s.token(name.full_end - 1);
  if (last.spaceless && is_blank_before(s, next)) return {};
  if (last.spaceless && !is_noun_sign(s, words, next)) return {};
  const auto party = marked_party(s, words, name.full_begin, limit);
  if (party && party->begin <= s.token(name.begin).at.begin) return {true, *party};
  return {true, {}};
}

}  // namespace synoptic::annotate::syntax
