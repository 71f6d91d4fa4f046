// Inside the element that holds the article: lists of links, what is said twice, and headings that
// have lost what they stood over. Private to the room.
#pragma once

#include "clean/html/html_page.h"
#include "clean/main_text/main_text_pieces.h"

namespace synoptic::clean {

void drop_links_and_copies(HtmlPage& page, const Headlines& headlines,
                           const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
