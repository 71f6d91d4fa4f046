// Words of a text, cheaply: runs of letters, marks and digits; a character of a script written
// without spaces is a word of its own. Apostrophes and single hyphens stay outside.
#pragma once

#include <bit>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/ascii.h"
#include "text/scan.h"
#include "text/utf8.h"

namespace synoptic::text {

struct Word {
  Range range;
  bool spaceless = false;  // one Han, kana, Thai … character
};

std::vector<Word> words(std::string_view utf8);
bool has_digit(std::string_view utf8);  // of any script

// The same one by one, without a list of them: calls visit(word).
template <typename Visit>
void each_word(std::string_view utf8, Visit visit) {
  uint32_t begin = 0;
  bool open = false;
  const auto close = [&](uint32_t end) {
    if (open) visit(Word{{begin, end}, false});
    open = false;
  };
  for (uint32_t at = 0; at < utf8.size();) {
    SixteenBytes seen;
    const uint32_t size = is_ascii(utf8[at]) ? look_ahead(utf8, at, seen) : 0;
    if (size > 0 && seen.beyond == 0) {
      // Where words begin and end in turns.
      for (uint32_t edges =
               (seen.words ^ (seen.words << 1 | (open ? 1u : 0u))) & ((1u << size) - 1);
           edges != 0; edges &= edges - 1) {
        const uint32_t edge = at + static_cast<uint32_t>(std::countr_zero(edges));
        if (open) {
          close(edge);
        } else {
          begin = edge;
          open = true;
        }
      }
      at += size;
      continue;
    }
    if (const auto end = static_cast<uint32_t>(end_of_run<is_ascii_word>(utf8, at)); end > at) {
      if (!open) begin = at;
      open = true;
      at = end;
      continue;
    }
    const CodePoint c = decode(utf8, at);
    if (is_spaceless(c.value)) {
      close(at);
      visit(Word{{at, at + c.length}, true});
    } else if (is_word(c.value)) {
      if (!open) begin = at;
      open = true;
    } else {
      close(at);
    }
    at += c.length;
  }
  close(static_cast<uint32_t>(utf8.size()));
}

// All words folded, a blank behind each: what two texts are compared by.
std::string words_in_a_row(std::string_view utf8);

}  // namespace synoptic::text
