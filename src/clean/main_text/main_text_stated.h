// The text on the page held against the text that the metadata state. Private to the room.
#pragma once

#include <string_view>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Where the metadata hold the whole text, what stands before or behind it is put out, and
// paragraphs that were put out by a name are taken back. `body_key`: the key of `body`.
void drop_unstated(HtmlPage& page, std::string_view body, std::string_view body_key);

}  // namespace synoptic::clean
