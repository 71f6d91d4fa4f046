// A known name inside a longer one that nothing else tells: a ship, a firm, a street or a paper
// that is called after a place, a stranger whose name begins like a known one's.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/names/mentions.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::annotate {
namespace {

using model::EntityType;

constexpr size_t kAround = 48;     // bytes of what may stand around a name
constexpr size_t kMostQuoted = 4;  // of a name in quotation marks
constexpr size_t kMostTight = 10;  // letters of one that is written without blanks

struct QuotePair {
  char32_t open, close;
};
constexpr QuotePair kPairs[] = {{U'"', U'"'},   {U'“', U'”'},   {U'„', U'“'},
                                {U'«', U'»'},   {U'‘', U'’'},   {U'\'', U'\''},
                                {U'「', U'」'}, {U'『', U'』'}, {U'《', U'》'}};

bool is_letter_on(char32_t c) { return text::is_word(c) && !text::is_spaceless(c); }

// What stands right before the byte, folded.
std::string text_before(std::string_view raw, size_t end) {
  size_t begin = end > kAround ? end - kAround : 0;
  while (begin < end && (static_cast<unsigned char>(raw[begin]) & 0xC0) == 0x80) ++begin;
  return text::fold_copy(raw.substr(begin, end - begin));
}

bool ends_with_word(std::string_view front, std::string_view word) {
  while (front.ends_with(' ')) front.remove_suffix(1);
  if (!front.ends_with(word)) return false;
  const std::string_view rest = front.substr(0, front.size() - word.size());
  return text::is_spaceless(text::decode(word, 0).value) || rest.empty() ||
         !is_letter_on(text::decode_before(rest, rest.size()).value);
}

bool begins_with_word(std::string_view behind, std::string_view word) {
  if (!behind.starts_with(word)) return false;
  const std::string_view rest = behind.substr(word.size());
  return rest.empty() || text::is_spaceless(text::decode(word, 0).value) ||
         text::is_hangul(text::decode(word, 0).value) || !is_letter_on(text::decode(rest, 0).value);
}

// The words between the quotation marks around the piece; empty: none so near.
Range quoted_around(std::string_view raw, Range piece) {
  size_t begin = piece.begin;
  char32_t close = 0;
  while (begin > 0 && piece.begin - begin <= kAround) {
    const text::CodePoint c = text::decode_before(raw, begin);
    const auto* marks = std::ranges::find(kPairs, c.value, &QuotePair::open);
    if (marks != std::end(kPairs)) {
      close = marks->close;
      break;
    }
    begin -= c.length;
  }
  if (close == 0) return {};
  for (size_t end = piece.end; end < raw.size() && end - piece.end <= kAround;) {
    const text::CodePoint c = text::decode(raw, end);
    if (c.value == close) return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    end += c.length;
  }
  return {};
}

// "Lima Express": every word has a capital; `cased`: there are such.
bool is_titled(std::string_view written, bool& cased, size_t& words) {
  words = 0;
  cased = false;
  size_t tight = 0;
  for (const text::Word& word : text::words(written)) {
    const char32_t first = text::decode(written, word.range.begin).value;
    if (word.spaceless || text::is_spaceless(first)) {
      tight += text::count_code_points(word.range.of(written));
      continue;
    }
    ++words;
    cased |= is_cased(first);
    if (is_cased(first) && !text::is_upper(first)) return false;
  }
  if (tight > kMostTight || words > kMostQuoted) return false;
  if (tight > 0) words += 2;
  return true;
}

// "the ferry “Lima Express”": behind a word for what bears such names, or of capitals only.
bool is_inside_quoted(const Work& work, const Text& text, const Piece& piece) {
  const std::string_view raw = text.source.raw;
  const Range quoted = quoted_around(raw, piece.word);
  if (quoted.empty() || quoted == piece.raw || quoted == piece.word) return false;
  const std::string_view written = quoted.of(raw);
  if (written.find_first_of(".,:;!?") != std::string_view::npos) return false;
  if (written.find(" – ") != std::string_view::npos) return false;  // from one place to another
  bool cased = false;
  size_t words = 0;
  if (!is_titled(written, cased, words) || words < 2) return false;
  // „Spielball Kiews“: a phrase, where all nouns have capitals.
  const bool phrase = work.capital_nouns && piece.inflected;
  if (cased && !text.title_case && !phrase) return true;
  const text::CodePoint open = text::decode_before(raw, quoted.begin);
  const std::string before = text_before(raw, quoted.begin - open.length);
  const text::CodePoint close = text::decode(raw, quoted.end);
  const std::string behind = text::fold_copy(raw.substr(quoted.end + close.length, kAround));
  return std::ranges::any_of(work.cues("mention_bearer"), [&](const knowledge::Cue* cue) {
    if (cue->value == "behind") return begins_with_word(text::trim_space(behind), cue->text);
    if (cue->value == "ending") return text::trim_space(before).ends_with(cue->text);
    return ends_with_word(before, cue->text);
  });
}

// "Aegean Lines", "Ostsee-Zeitung": what firms, ships and papers end with. With a capital, where
// there are capitals. Of all languages: firms and ships of one sail in the news of another.
bool has_name_tail(const Work& work, const Text& text, const Piece& piece, std::string_view kind) {
  const auto cues = work.knowledge.cues(kind);
  const std::string_view raw = text.source.raw;
  if (piece.raw.end != piece.word.end || piece.word.end >= raw.size()) return false;
  const std::string_view rest = raw.substr(piece.word.end, kAround);
  const bool hyphen = rest.starts_with('-');
  const bool blank = rest.starts_with(' ');
  const std::string_view next = rest.substr(hyphen || blank ? 1 : 0);
  if (next.empty()) return false;
  const char32_t first = text::decode(next, 0).value;
  if (is_cased(first) && (!text::is_upper(first) || text.title_case)) return false;
  const std::string folded = text::fold_copy(next);
  return std::ranges::any_of(cues, [&](const knowledge::Cue& cue) {
    if (hyphen != (cue.value == "hyphen")) return false;
    if (!hyphen && !blank && !text::is_spaceless(text::decode(cue.text, 0).value)) return false;
    return begins_with_word(folded, cue.text);
  });
}

// "Cho Hyun|-woo", "جو هيون| وو", "Чо Хён| У": a syllable of a given name goes on with a person's
// name, so that somebody else is meant. "Cho Hyun-led" goes on with a word.
bool has_syllable_behind(const Work& work, const Text& text, const Piece& piece) {
  constexpr size_t kLongest = 5;  // letters
  const std::string_view raw = text.source.raw;
  if (piece.words < 2 || piece.raw.end != piece.word.end || piece.word.end >= raw.size()) {
    return false;
  }
  std::string_view rest = raw.substr(piece.word.end, kAround);
  const char mark = rest.front();
  if (mark != '-' && mark != ' ') return false;
  rest.remove_prefix(1);
  size_t end = 0, letters = 0;
  while (end < rest.size()) {
    const text::CodePoint c = text::decode(rest, end);
    if (!text::is_word(c.value)) break;
    end += c.length;
    ++letters;
  }
  if (letters == 0 || (end < rest.size() && rest[end] == '-')) return false;
  const char32_t first = text::decode(rest, 0).value;
  const std::string word = text::fold_copy(rest.substr(0, end));
  const auto holds = [&](std::span<const knowledge::Cue> cues) {
    return std::ranges::any_of(cues, [&](const knowledge::Cue& cue) { return cue.text == word; });
  };
  if (is_cased(first) && mark == '-' && !text::is_upper(first) && text::is_latin(first)) {
    return letters <= kLongest && !holds(work.knowledge.cues("mention_hyphen_word"));
  }
  if (is_cased(first) && mark == ' ' && !text::is_upper(first)) return false;
  return holds(work.knowledge.cues("mention_syllable"));
}

// "avenida Colombia"
bool has_street(const Work& work, const Text& text, const Piece& piece) {
  const std::string_view raw = text.source.raw;
  const auto& cues = work.cues("mention_street");
  if (cues.empty() || piece.word.begin == 0 || raw[piece.word.begin - 1] != ' ') return false;
  const std::string before = text_before(raw, piece.word.begin);
  return std::ranges::any_of(
      cues, [&](const knowledge::Cue* cue) { return ends_with_word(before, cue->text); });
}

// "马拉拉|克": a letter of sound goes on with a name that is itself written by its sound.
bool has_sound_behind(const Work& work, const Text& text, const Piece& piece) {
  constexpr uint16_t kShort = 3;  // letters
  const std::string_view raw = text.source.raw;
  if (piece.letters > kShort || piece.word.end >= raw.size()) return false;
  if (!text::is_spaceless(text::decode(raw, piece.word.begin).value)) return false;
  const char32_t behind = text::decode(raw, piece.word.end).value;
  return std::ranges::any_of(work.cues("mention_sound"), [&](const knowledge::Cue* cue) {
    return text::decode(cue->text, 0).value == behind &&
           text::decode(cue->text, 0).length == cue->text.size();
  });
}

// "إلبان" is not "ألبان", though letters of one form are folded: only of adjectives, since names of
// lands are written with either.
bool has_other_hamza(const Work& work, const Text& text, const Piece& piece) {
  constexpr char32_t kBelow = 0x625, kAbove = 0x623;
  if (piece.adjective < 0) return false;
  const char32_t first = text::decode(text.source.raw, piece.raw.begin).value;
  if (first != kBelow && first != kAbove) return false;
  const char32_t other = first == kBelow ? kAbove : kBelow;
  bool seen = false;
  for (const knowledge::Alias& alias : work.entity(piece.adjective).aliases) {
    if (alias.text.empty() || !text::is_arabic(text::decode(alias.text, 0).value)) continue;
    const char32_t own = text::decode(alias.text, 0).value;
    if (own == first || own == 0x627) return false;
    seen |= own == other;
  }
  return seen;
}

}  // namespace

bool is_in_longer_name(const Work& work, const Text& text, const Piece& piece) {
  if (has_other_hamza(work, text, piece)) return true;
  if (piece.entity < 0) return false;
  const EntityType type = work.entity(piece.entity).type;
  if (type == EntityType::kPerson) {
    return has_syllable_behind(work, text, piece) || has_street(work, text, piece) ||
           (has_sound_behind(work, text, piece) && !is_tagged(text, piece.raw, type));
  }
  // "Газпром Арена": what a firm pays for and lends its name to.
  if (type == EntityType::kOrg) return has_name_tail(work, text, piece, "mention_venue_tail");
  if (type != EntityType::kCity && type != EntityType::kCountry && type != EntityType::kRegion) {
    return false;
  }
  return has_name_tail(work, text, piece, "mention_name_tail") || has_street(work, text, piece) ||
         is_inside_quoted(work, text, piece);
}

}  // namespace synoptic::annotate
