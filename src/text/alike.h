// Long runs of characters that are alike in category, script and case, so that a table of
// characters has to ask for the first of each only. Most of the basic plane is in them. Private to
// the room.
#pragma once

#include <algorithm>
#include <array>

namespace synoptic::text {

struct AlikeRun {
  char32_t first, last;
};

constexpr std::array<AlikeRun, 5> kAlikeRuns{{
    {0x3400, 0x4DB5},  // Han, extension A
    {0x4E00, 0x9FA5},  // Han
    {0xAC00, 0xD7A3},  // syllables of Hangul
    {0xD800, 0xDFFF},  // surrogates
    {0xE000, 0xF8FF},  // private use
}};

// Is `c` what the character before it is?
constexpr bool is_like_the_last(char32_t c) {
  return std::ranges::any_of(kAlikeRuns,
                             [&](const AlikeRun& run) { return c > run.first && c <= run.last; });
}

}  // namespace synoptic::text
