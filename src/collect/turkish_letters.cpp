#include "collect/turkish_letters.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace synoptic::collect {
namespace {

// The bytes in which the charsets differ: capitals, and 0x20 above them.
constexpr std::array<unsigned char, 3> kOwn{0xD0, 0xDD, 0xDE};
// Letters of words that have those as well (Ç Ö Ü Â Î Û).
constexpr std::array<unsigned char, 6> kShared{0xC7, 0xD6, 0xDC, 0xC2, 0xCE, 0xDB};

template <size_t N>
size_t place_in(const std::array<unsigned char, N>& letters, unsigned char letter) {
  return static_cast<size_t>(std::find(letters.begin(), letters.end(), letter) - letters.begin());
}

}  // namespace

bool is_rather_windows_1254(std::string_view page) {
  constexpr size_t kFewest = 4;   // of the six, so that it is no name in a text
  constexpr size_t kForeign = 6;  // one other letter in so many is of a name from elsewhere
  std::array<size_t, kOwn.size()> own{};
  size_t other = 0;
  bool in_tag = false;
  for (const char c : page) {
    in_tag = c == '<' || (in_tag && c != '>');
    const auto byte = static_cast<unsigned char>(c);
    if (in_tag || byte < 0xC0 || byte == 0xD7 || byte == 0xF7) continue;
    const auto capital = static_cast<unsigned char>(byte >= 0xE0 ? byte - 0x20 : byte);
    if (const size_t at = place_in(kOwn, capital); at < own.size()) {
      ++own[at];
    } else if (place_in(kShared, capital) == kShared.size()) {
      ++other;
    }
  }
  const size_t all = own[0] + own[1] + own[2];
  const auto kinds = std::count_if(own.begin(), own.end(), [](size_t count) { return count > 0; });
  return all >= kFewest && kinds >= 2 && other * kForeign <= all;
}

}  // namespace synoptic::collect
