// What single characters tell the steps that look for names and numbers. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/utf8.h"

namespace synoptic::annotate {

inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Of a folded text, from one byte to another.
inline bool has_ascii_digit(std::string_view folded, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; ++at) {
    if (is_ascii_digit(folded[at])) return true;
  }
  return false;
}

// Of a script with capitals.
inline bool is_cased(char32_t c) {
  return text::is_latin(c) || text::is_cyrillic(c) || (c >= 0x370 && c < 0x400);
}

}  // namespace synoptic::annotate
