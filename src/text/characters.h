// What single characters and bytes of UTF-8 tell, beyond the classes of utf8.h and ascii.h.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "text/ascii.h"
#include "text/utf8.h"

namespace synoptic::text {

// Whether the byte goes on a character that began before it.
inline bool is_trail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// `at`, or where the character begins or ends that it would cut.
inline size_t begin_of_character(std::string_view utf8, size_t at) {
  while (at > 0 && at < utf8.size() && is_trail(utf8[at])) --at;
  return at;
}
inline size_t end_of_character(std::string_view utf8, size_t at) {
  while (at < utf8.size() && is_trail(utf8[at])) ++at;
  return at;
}

// Of a script with capitals, which sentences and names begin with: Latin, Cyrillic, Greek.
inline bool is_cased(char32_t c) {
  return is_latin(c) || is_cyrillic(c) || (c >= 0x370 && c < 0x400);
}
// Of such a script and no capital.
inline bool is_small(char32_t c) { return is_cased(c) && !is_upper(c); }
inline bool begins_small(std::string_view utf8) {
  return !utf8.empty() && is_small(decode(utf8, 0).value);
}

// Where words have no borders that one could rely on: without blanks, or in Hangul.
inline bool is_packed(char32_t c) {
  return detail::has_bit(c, detail::CharBit(detail::kSpacelessBit | detail::kHangulBit));
}

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Where the run of ASCII that begins at `at` ends; eight bytes at a time.
inline size_t end_of_ascii(std::string_view text, size_t at) {
  constexpr uint64_t kHigh = 0x8080808080808080;
  for (uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHigh) != 0) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}
inline bool is_all_ascii(std::string_view text) { return end_of_ascii(text, 0) == text.size(); }

}  // namespace synoptic::text
