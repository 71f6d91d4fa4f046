// What the character classes of utf8.h say of ASCII, for loops over whole texts: most bytes of most
// pages need no decoding.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
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

inline bool is_ascii_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }

inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A sign that is seen: neither white space nor beyond ASCII.
inline bool is_ascii_visible(char c) { return is_ascii(c) && !is_ascii_space(c); }

// Signs that are seen and the single blanks between them, from one that is seen on: where the whole
// eights of bytes that are nothing else end, and how many blanks are in them. The byte in front of
// `end` is never a blank.
struct VisibleRun {
  size_t end;
  uint32_t blanks;
};
inline VisibleRun visible_eights(std::string_view text, size_t at) {
  constexpr uint64_t kOnes = 0x0101010101010101, kHigh = 0x80 * kOnes, kLow = 0x7F * kOnes;
  VisibleRun run{at, 0};
  for (uint64_t eight; run.end + sizeof eight <= text.size();) {
    std::memcpy(&eight, text.data() + run.end, sizeof eight);
    const uint64_t beyond = eight & kHigh, control = (eight - 0x20 * kOnes) & kHigh;
    const uint64_t blanks = ~((eight ^ (0x20 * kOnes)) + kLow) & kHigh;
    if (beyond != 0 || control != 0 || (blanks & (blanks << 8)) != 0) break;
    // A blank in the last place may have another one behind it.
    const bool open = text[run.end + 7] == ' ';
    run.end += open ? 7 : 8;
    run.blanks += static_cast<uint32_t>((blanks >> 7) * kOnes >> 56) - open;
    if (open) break;
  }
  return run;
}

// Where the blanks that begin at `at` end: what the lines of a page are indented with.
inline size_t end_of_blanks(std::string_view text, size_t at) {
  constexpr uint64_t kBlanks = 0x2020202020202020;
  for (uint64_t eight; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (eight != kBlanks) break;
  }
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

// Where the run of such bytes that begins at `at` ends.
template <bool (*is_of_run)(char)>
size_t end_of_run(std::string_view text, size_t at) {
  while (at < text.size() && is_of_run(text[at])) ++at;
  return at;
}

// Of a hexadecimal digit; -1: it is none.
inline int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

}  // namespace synoptic::text
