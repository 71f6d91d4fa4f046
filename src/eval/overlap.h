// How much of two ranges of one text is the same. Private to the room.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/span.h"
#include "text/utf8.h"

namespace synoptic::eval {

inline size_t letters_in(std::string_view text, Range range) {
  size_t count = 0;
  for (size_t at = range.begin; at < range.end && at < text.size();) {
    const text::CodePoint c = text::decode(text, at);
    if (text::is_letter(c.value) || text::is_digit(c.value)) ++count;
    at += c.length;
  }
  return count;
}

// Letters and digits that both have, as a share of the longer one.
inline double overlap(std::string_view text, Range a, Range b) {
  const Range both{std::max(a.begin, b.begin), std::min(a.end, b.end)};
  if (both.end <= both.begin) return 0;
  const size_t longer = std::max(letters_in(text, a), letters_in(text, b));
  return longer == 0 ? 1
                     : static_cast<double>(letters_in(text, both)) / static_cast<double>(longer);
}

}  // namespace synoptic::eval
