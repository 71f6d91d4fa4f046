// A page's dates by their place alone: for pages that state none in their data, nor in a line that
// is known as a by-line. Private to the room.
#pragma once

#include <string_view>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Adds the dates of short lines around the article's text, the nearer the surer. Lines of one kind
// that tell many days are a list of articles and tell nothing. `address`: the page's own, dates
// that lead there are its own.
void sweep_dates(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                 std::string_view address, PageFacts& facts);

}  // namespace synoptic::clean
