// What cutting a page into pieces asks of characters and words. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace synoptic::clean {

// Signs that a line ends with when what it says is complete.
bool is_sentence_end(char32_t c);

// White space, or a sign without width.
bool is_blank(char32_t c);

// Written between ideographs without a blank.
bool is_wide(char32_t c);

// A text of nothing but ASCII white space, as half of a page's texts are: what stands between its
// tags.
struct BlankText {
  bool blank = false, has_newline = false;
};
BlankText look_for_words(std::string_view text);

// Visible characters and the single blanks between them, which are taken over as they are.
struct VisibleWords {
  size_t end;
  uint32_t weight;  // letters; those of scripts without spaces count twice
};
VisibleWords words_at(std::string_view text, size_t at);

}  // namespace synoptic::clean
