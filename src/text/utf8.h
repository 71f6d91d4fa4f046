// UTF-8 (RFC 3629) one code point at a time, and the character classes the rooms ask for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace synoptic::text {

constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value = 0;   // kReplacement for a malformed byte
  uint32_t length = 1;  // bytes taken
};

namespace detail {
CodePoint decode_slowly(std::string_view text, size_t at);

enum CharBit : uint16_t {
  kLetterBit = 1,
  kDigitBit = 2,
  kSpaceBit = 4,
  kUpperBit = 8,
  kPunctuationBit = 16,
  kSpacelessBit = 32,
  kHanBit = 64,
  kHangulBit = 128,
  kArabicBit = 256,
  kCyrillicBit = 512,
  kLatinBit = 1024,
  kWordBit = 2048,
};
constexpr char32_t kCharTableEnd = 0x10000;
uint16_t char_bits_slowly(char32_t c);  // of any code point, from ICU
// CharBits of the basic plane. Made before all other things of the program that are made before
// main(), so that nobody has to ask whether it is there.
struct CharTable {
  CharTable();
  uint16_t bits[kCharTableEnd];
};
extern const CharTable char_table;
inline bool has_bit(char32_t c, CharBit bit) {
  return ((c < kCharTableEnd ? char_table.bits[c] : char_bits_slowly(c)) & bit) != 0;
}
CodePoint decode_before_slowly(std::string_view text, size_t end);
}  // namespace detail

// at < text.size()
inline CodePoint decode(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  if (bytes[0] < 0x80) return {bytes[0], 1};
  const size_t left = text.size() - at;
  const auto trails = [&](size_t i) { return (bytes[i] & 0xC0) == 0x80; };
  if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && left >= 2 && trails(1)) {
    return {(bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu), 2};
  }
  // 0xE0 and 0xED have second bytes of their own that are no characters.
  if (bytes[0] > 0xE0 && bytes[0] < 0xF0 && bytes[0] != 0xED && left >= 3 && trails(1) &&
      trails(2)) {
    return {(bytes[0] & 0x0Fu) << 12 | (bytes[1] & 0x3Fu) << 6 | (bytes[2] & 0x3Fu), 3};
  }
  return detail::decode_slowly(text, at);
}
// The one that ends at `end` > 0.
inline CodePoint decode_before(std::string_view text, size_t end) {
  const auto last = static_cast<unsigned char>(text[end - 1]);
  return last < 0x80 ? CodePoint{last, 1} : detail::decode_before_slowly(text, end);
}
void append_utf8(std::string& out, char32_t value);
bool is_valid_utf8(std::string_view text);
std::string replace_invalid_utf8(std::string_view text);  // each bad byte becomes U+FFFD
size_t count_code_points(std::string_view text);

int digit_value(char32_t c);  // 0-9, or -1
// Letters and marks.
inline bool is_letter(char32_t c) { return detail::has_bit(c, detail::kLetterBit); }
// Nd of any script.
inline bool is_digit(char32_t c) { return detail::has_bit(c, detail::kDigitBit); }
inline bool is_upper(char32_t c) { return detail::has_bit(c, detail::kUpperBit); }
// Unicode white space, U+00A0 and U+3000 too.
inline bool is_space(char32_t c) { return detail::has_bit(c, detail::kSpaceBit); }
inline bool is_punctuation(char32_t c) { return detail::has_bit(c, detail::kPunctuationBit); }
// Letter, mark, digit, or a joiner inside words (ZWNJ, tatweel).
inline bool is_word(char32_t c) { return detail::has_bit(c, detail::kWordBit); }
// Written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
inline bool is_spaceless(char32_t c) { return detail::has_bit(c, detail::kSpacelessBit); }
inline bool is_han(char32_t c) { return detail::has_bit(c, detail::kHanBit); }
inline bool is_kana(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) ||
         (c >= 0xFF66 && c <= 0xFF9F);
}
inline bool is_hangul(char32_t c) { return detail::has_bit(c, detail::kHangulBit); }
inline bool is_arabic(char32_t c) { return detail::has_bit(c, detail::kArabicBit); }
inline bool is_cyrillic(char32_t c) { return detail::has_bit(c, detail::kCyrillicBit); }
inline bool is_latin(char32_t c) { return detail::has_bit(c, detail::kLatinBit); }

// White space and invisible marks cut at both ends (Unicode, unlike base's trim).
std::string_view trim_space(std::string_view text);
// Runs of white space become one blank.
std::string collapse_space(std::string_view text);

constexpr bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC; }

// The first or the last bytes of a text, fewer where they would cut a character.
std::string_view first_bytes(std::string_view utf8, size_t most);
std::string_view last_bytes(std::string_view utf8, size_t most);

}  // namespace synoptic::text
