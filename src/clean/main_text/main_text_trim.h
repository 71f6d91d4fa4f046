// Inside the element that holds the article: what is no running text of it. Captions that no
// element names, forms, and lines beside the paragraphs. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// `roots`: the elements with the article's text, in the order of the page. Pieces that are outside
// already stay so; captions become blocks of their own kind, the rest gets a reason.
void trim_main_text(HtmlPage& page, const std::vector<uint32_t>& roots);

}  // namespace synoptic::clean
