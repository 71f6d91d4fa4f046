// Markdown inside a line (CommonMark, as far as news pages use it): emphasis, links, images, code,
// escapes, references. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

struct ImageLink {    // an image that is a link: how sites show a topic
  std::string label;  // the link's title, else the image's alternative text
  std::string url;    // as written
  Span span;
};

struct InlineText {
  Piece piece;                    // text, source, span, links (URLs as written)
  std::vector<ImageLink> images;  // images are dropped from the text
  bool emphasised = false;        // all of it
  uint32_t link_bytes = 0;        // how much of the text is a link's words
};

InlineText read_inline(std::string_view capture_text, Span span);

}  // namespace synoptic::clean
