// Short lines of a site among and behind the paragraphs of an article: what calls to another
// medium, notes of corrections, who wrote it. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// `authors`: those that the page's data or a by-line name, where they do.
void drop_side_lines(HtmlPage& page, const std::vector<std::string_view>& authors,
                     const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
