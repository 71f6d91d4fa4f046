#include "annotate/names/matcher_pieces.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using knowledge::NameEntry;

constexpr uint16_t kLongestAcronym = 5;
constexpr size_t kArticle = 3;  // letters that the article of a name has at most
constexpr uint16_t kShortAcronym = 3;
constexpr uint16_t kFallbackLetters = 5;  // names of another language of the same script

bool all_capitals(std::string_view written) {
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    if (text::is_letter(c.value) && !text::is_upper(c.value)) return false;
    at += c.length;
  }
  return true;
}

bool first_capital(std::string_view written) {
  for (size_t at = 0; at < written.size();) {
    const text::CodePoint c = text::decode(written, at);
    if (text::is_letter(c.value)) return text::is_upper(c.value);
    at += c.length;
  }
  return false;
}

// Whether the words before and behind are all capitals, or where there is but one, that one.
bool among_capitals(std::string_view raw, Range range) {
  size_t begin = range.begin, end = range.end;
  if (begin > 0 && raw[begin - 1] == ' ') --begin;
  if (end < raw.size() && raw[end] == ' ') ++end;
  size_t before = begin, behind = end;
  while (before > 0 && raw[before - 1] != ' ' && raw[before - 1] != '\n') --before;
  while (behind < raw.size() && raw[behind] != ' ' && raw[behind] != '\n') ++behind;
  const auto shouts = [](std::string_view word) {
    return text::count_code_points(word) > 1 && all_capitals(word) && first_capital(word);
  };
  const std::string_view left = raw.substr(before, begin - before);
  const std::string_view right = raw.substr(end, behind - end);
  if (left.empty() && right.empty()) return false;
  return (left.empty() || shouts(left)) && (right.empty() || shouts(right));
}

// A word of the language that does not mean what it sounds like.
bool is_plain_word(std::string_view folded, std::string_view language) {
  constexpr float kName = 0.25F;  // of what sounds like it: the name in English
  const lexicon::Lexicon& words = lexicon::Lexicon::load();
  const auto meanings = words.entry(folded, language);
  if (meanings.empty()) return false;
  const std::string sounds = words.sounds_of(folded);
  float name = 0, all = 0;
  for (const lexicon::Translation& meaning : meanings) {
    all += meaning.weight;
    if (words.sounds_of(meaning.word) == sounds) name += meaning.weight;
  }
  return name < kName * all;
}

// "La paz" is no "La Paz": the last word has a capital where the name has one.
bool last_capital_like(std::string_view own, std::string_view written) {
  const size_t of_own = own.rfind(' '), of_written = written.rfind(' ');
  if (of_own == std::string_view::npos || of_written == std::string_view::npos) return true;
  const std::string_view last = own.substr(of_own + 1), found = written.substr(of_written + 1);
  if (last.empty() || found.empty() || !text::is_upper(text::decode(last, 0).value)) return true;
  return text::is_upper(text::decode(found, 0).value);
}

}  // namespace

bool PieceMaker::make(const Candidate& candidate, uint32_t word_begin, bool spaceless,
                      Piece& piece) {
  spaceless_ = spaceless;
  const knowledge::NameSource& names = names_[candidate.source];
  trie_ = names.trie;
  const text::Folded& folded = source_.folded;
  const std::string_view written =
      folded.to_source({candidate.begin, candidate.end}).of(source_.raw);
  const std::span<const NameEntry> entries = trie_->entries(candidate.node);
  // Most matches are words of the language that some name is spelt like.
  const auto may_fit = [&](const NameEntry& entry) {
    return this->may_fit(entry, candidate, written);
  };
  if (std::none_of(entries.begin(), entries.end(), may_fit)) return false;
  piece.raw = folded.to_source({candidate.begin - candidate.article, candidate.end});
  piece.word = folded.to_source({word_begin, std::max(candidate.end, candidate.word_end)});
  piece.prefixed = candidate.proclitics > 0;
  piece.inflected = candidate.ending == Ending::kInflected;
  piece.glued = candidate.ending == Ending::kGlued;
  piece.elided = candidate.elided;
  piece.definite = candidate.definite;
  piece.sentence = sentence_of(source_, piece.raw.begin);
  piece.sentence_start = piece.sentence < source_.sentences.size() &&
                         begins_sentence(source_.sentences[piece.sentence].begin, piece.raw.begin);
  // Endings that fuse with the name belong to it; particles behind a whole name do not.
  if (piece.inflected && !has_particle(candidate)) {
    piece.raw.end = piece.word.end;
  }
  // Names of the text's own language first; another's only where it has none.
  for (const bool own : {true, false}) {
    for (const NameEntry& entry : entries) {
      const bool is_own = entry.lang == 0 || entry.lang == rules_.lang;
      if (is_own == own && fits(entry, candidate, written, piece)) take(entry, names, piece);
    }
    const bool word = piece.role >= 0 || piece.institution >= 0;
    if (piece.entity >= 0 || piece.adjective >= 0 || word) break;
  }
  return piece.found();
}

// "은행은", "BBC는": what stands behind the name is no part of it.
bool PieceMaker::has_particle(const Candidate& candidate) const {
  if (text::is_hangul(text::decode_before(text_, candidate.end).value)) return true;
  return candidate.matched < text_.size() &&
         text::is_hangul(text::decode(text_, candidate.matched).value);
}

// Nothing but marks between the sentence's begin and the piece.
bool PieceMaker::begins_sentence(uint32_t begin, uint32_t at) const {
  while (begin < at) {
    const text::CodePoint c = text::decode(source_.raw, begin);
    if (text::is_word(c.value)) return false;
    begin += c.length;
  }
  return true;
}

bool PieceMaker::may_fit(const NameEntry& entry, const Candidate& candidate,
                         std::string_view written) const {
  const bool name = entry.kind == NameEntry::Kind::kEntity || entry.kind == NameEntry::Kind::kLocal;
  if (entry.kind == NameEntry::Kind::kCanonical || !fits_language(entry)) return false;
  if (is_short_stranger(entry) && !stands_out(entry, candidate, written)) return false;
  if (candidate.ending == Ending::kGlued && (!name || entry.letters < kShortName)) return false;
  if (entry.acronym && !all_capitals(written)) return false;
  // 運輸相 is a minister, and 相田 somebody's name.
  if (entry.kind == NameEntry::Kind::kRole && entry.letters == 1 && spaceless_ &&
      (candidate.begin == 0 || !text::is_han(text::decode_before(text_, candidate.begin).value))) {
    return false;
  }
  const bool term = entry.kind == NameEntry::Kind::kRole ||
                    entry.kind == NameEntry::Kind::kInstitution ||
                    entry.kind == NameEntry::Kind::kCue;
  if (entry.kind == NameEntry::Kind::kCue && !entry.acronym && entry.letters >= 2 &&
      entry.letters <= kLongestAcronym && text::is_upper(text::decode(written, 0).value) &&
      all_capitals(written)) {
    return false;  // WHO is not "who"
  }
  if (entry.capital && !term && !first_capital(written)) return false;
  if (entry.words > 1 && name && !last_capital_like(trie_->text(entry), written) &&
      (entry.strength == knowledge::Strength::kAmbiguous || written.find(' ') <= kArticle)) {
    return false;
  }
  return true;
}

bool PieceMaker::fits(const NameEntry& entry, const Candidate& candidate, std::string_view written,
                      const Piece& piece) const {
  if (!may_fit(entry, candidate, written)) return false;
  const bool name = entry.kind == NameEntry::Kind::kEntity || entry.kind == NameEntry::Kind::kLocal;
  if (!name && entry.kind != NameEntry::Kind::kAdjective) return true;
  // "Мало" at a sentence's begin is no case of "Мали".
  if (candidate.stem_letters > 0 && candidate.stem_letters <= kShortName && entry.words == 1 &&
      piece.sentence_start) {
    return false;
  }
  if (entry.letters > kShortName || spaceless_) return true;
  // A short name stands as it is, and a proclitic before it must not be guessed.
  // Behind an apostrophe the ending is no part of it: "Van'da".
  const bool parted = candidate.matched < text_.size() && text_[candidate.matched] == '\'';
  if (piece.inflected && !parted && !has_particle(candidate) &&
      (entry.letters < kShortName || piece.sentence_start || !entry.capital || entry.acronym)) {
    return false;
  }
  if (piece.inflected) return true;
  if (candidate.elided || entry.kind == NameEntry::Kind::kAdjective) return true;
  const std::string_view own = trie_->text(entry);
  return candidate.proclitics == 0 && !text::is_arabic(text::decode(own, 0).value) ? true
                                                                                   : written == own;
}

bool PieceMaker::fits_language(const NameEntry& entry) const {
  if (entry.lang == 0 || entry.lang == rules_.lang) return true;
  if (entry.own_language) return false;
  static const uint32_t kCanonical = knowledge::language_code(knowledge::kCanonicalLanguage);
  const std::string_view own = trie_->text(entry);
  const char32_t first = own.empty() ? U' ' : text::decode(own, 0).value;
  const bool latin = text::is_latin(first);
  const bool name = entry.kind == NameEntry::Kind::kEntity;
  if (latin && !rules_.latin_text) {
    return entry.lang == kCanonical && entry.kind != NameEntry::Kind::kAdjective;
  }
  // Another language of the same script: only names that are no word of this one.
  if (!name || entry.strength != knowledge::Strength::kPlain) return false;
  if (is_short_stranger(entry)) return true;  // as the text shows
  if (entry.acronym) return false;
  constexpr uint16_t kHanLetters = 3;
  if (text::is_han(first)) return entry.letters >= kHanLetters;
  if (latin && (entry.lang != kCanonical || !entry.capital) && entry.words < 2) return false;
  return entry.letters >= kFallbackLetters;
}

// "NASA" and "Merz" in a text of another language with Latin letters.
bool PieceMaker::is_short_stranger(const NameEntry& entry) const {
  static const uint32_t kCanonical = knowledge::language_code(knowledge::kCanonicalLanguage);
  return entry.kind == NameEntry::Kind::kEntity && entry.lang == kCanonical &&
         entry.lang != rules_.lang && entry.capital && entry.words == 1 && rules_.latin_text &&
         !entry.own_language && entry.strength == knowledge::Strength::kPlain &&
         text::is_latin(text::decode(trie_->text(entry), 0).value) &&
         (entry.acronym ? entry.letters >= kShortAcronym : entry.letters + 1 == kFallbackLetters);
}

// An acronym is one among words that are none; a short name is no word of the text's language.
bool PieceMaker::stands_out(const NameEntry& entry, const Candidate& candidate,
                            std::string_view written) const {
  if (candidate.ending == Ending::kGlued) return false;
  if (entry.acronym) {
    const Range range = source_.folded.to_source({candidate.begin, candidate.end});
    return !among_capitals(source_.raw, range);
  }
  if (all_capitals(written)) return false;
  const std::string_view word = std::string_view(text_).substr(
      candidate.begin, std::max(candidate.end, candidate.word_end) - candidate.begin);
  if (is_plain_word(word, rules_.language)) return false;
  const std::string_view name =
      std::string_view(text_).substr(candidate.begin, candidate.matched - candidate.begin);
  return name.size() == word.size() || !is_plain_word(name, rules_.language);
}

void PieceMaker::take(const NameEntry& entry, const knowledge::NameSource& names,
                      Piece& piece) const {
  const auto target = static_cast<int32_t>(names.global(entry.target));
  const bool first = piece.entity < 0 && piece.adjective < 0;
  switch (entry.kind) {
    case NameEntry::Kind::kEntity:
      if (piece.entity >= 0 && piece.entity != target) {
        // A plain name beats one that needs support.
        if (piece.strength != knowledge::Strength::kPlain &&
            entry.strength == knowledge::Strength::kPlain) {
          piece.others.push_back(static_cast<uint32_t>(piece.entity));
          piece.entity = target;
          piece.strength = entry.strength;
        } else {
          piece.others.push_back(static_cast<uint32_t>(target));
        }
        return;
      }
      piece.strength = first ? entry.strength : std::min(piece.strength, entry.strength);
      piece.entity = target;
      piece.acronym |= entry.acronym;
      break;
    case NameEntry::Kind::kAdjective:
      if (piece.adjective >= 0 && piece.strength <= entry.strength) return;
      if (first || piece.entity < 0) piece.strength = entry.strength;
      piece.adjective = target;
      break;
    case NameEntry::Kind::kRole:
      if (piece.role < 0 || piece.weak_role) {
        piece.role = target;
        piece.weak_role = entry.strength != knowledge::Strength::kPlain;
      }
      break;
    case NameEntry::Kind::kInstitution:
      if (piece.institution < 0 || piece.weak_institution) {
        piece.institution = target;
        piece.weak_institution = entry.strength != knowledge::Strength::kPlain;
      }
      break;
    case NameEntry::Kind::kLocal:
      piece.local = target;
      break;
    case NameEntry::Kind::kCue:
      piece.cues |= 1u << entry.target;
      if (entry.target == static_cast<uint32_t>(knowledge::NameCue::kDescription)) {
        piece.description = trie_->value(entry);
      } else if (const auto value = trie_->value(entry); !value.empty()) {
        piece.cue_value = value;
      }
      break;
    case NameEntry::Kind::kCanonical:
      break;
  }
  piece.capital |= entry.capital;
  piece.letters = std::max(piece.letters, entry.letters);
  piece.words = std::max<uint16_t>(piece.words, entry.words);
}

}  // namespace synoptic::annotate
