// Characters of three bytes, as ideographs, kana and Hangul are, for loops over whole texts: in
// fewer steps than decode().
#pragma once

#include <cstddef>
#include <string_view>

namespace synoptic::text {

// The one that stands at `at` < text.size(); 0: none that is told so, decode() knows. Rows 0xE0 and
// 0xED have second bytes of their own that are no characters, and are left to it.
inline char32_t three_byte_character(std::string_view text, size_t at) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data()) + at;
  const char32_t row = bytes[0] - 0xE1u;
  if (row > 0xEF - 0xE1 || row == 0xED - 0xE1 || text.size() - at < 3) return 0;
  const char32_t second = bytes[1] ^ 0x80u, third = bytes[2] ^ 0x80u;
  if ((second | third) > 0x3F) return 0;
  return (row + 1) << 12 | second << 6 | third;
}

}  // namespace synoptic::text
