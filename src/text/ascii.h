// What the character classes of utf8.h say of ASCII, for loops over whole texts: most bytes of most
// pages need no decoding.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace synoptic::text {

inline bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Letters and digits.
inline bool is_ascii_word(char c) {
  static constexpr auto kTable = [] {
    std::array<bool, 256> word{};
    for (unsigned c = 0; c < 128; ++c) {
      word[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    return word;
  }();
  return kTable[static_cast<unsigned char>(c)];
}

inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A sign that is seen: neither white space nor beyond ASCII.
inline bool is_ascii_visible(char c) { return is_ascii(c) && !is_ascii_space(c); }

// Where the run of such bytes that begins at `at` ends.
template <bool (*is_of_run)(char)>
size_t end_of_run(std::string_view text, size_t at) {
  while (at < text.size() && is_of_run(text[at])) ++at;
  return at;
}

}  // namespace synoptic::text
