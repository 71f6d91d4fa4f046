// Text of the source to text as meant: character references decoded (HTML Standard, 13.2.5.72),
// line ends made one, NUL replaced or dropped; with the way back to the source.
// Private to the room.
#pragma once

#include <string_view>

#include "html/html.h"
#include "html/text_arena.h"
#include "text/offset_map.h"

namespace synoptic::html {

enum class TextMode : uint8_t {
  kData,       // references; NUL dropped, as the tree construction does in HTML content
  kReplacing,  // references; NUL replaced: title, textarea, svg …
  kAttribute,  // as kReplacing, but "&copy=1" stays
  kRaw,        // scripts, comments, CDATA: no references; NUL replaced
};

// `raw` itself where the bytes are the text as they stand; else a text in `arena`.
std::string_view decode_text(std::string_view raw, TextMode mode, TextArena& arena);

// Of what decode_text makes of `raw`, which stands at `begin` in the source.
text::OffsetMap map_of_text(std::string_view raw, uint32_t begin, TextMode mode);

// Bytes at the beginning of `raw` that mean white space (HTML's), references to it among them.
size_t leading_space(std::string_view raw, bool references);

// Bytes at the beginning of `raw` that mean one line feed; 0: none.
size_t leading_newline(std::string_view raw, bool references);

}  // namespace synoptic::html
