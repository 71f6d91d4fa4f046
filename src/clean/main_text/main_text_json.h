// Articles that stand in the page only as data: JSON-LD's articleBody, or the state of a script
// that draws the page. Their text is taken with the bytes it came from. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Where the elements hold little of the article and a script's data more, the data's paragraphs
// become the page's pieces and what they repeat is put out. `titles`: what the page is about.
void take_text_of_scripts(HtmlPage& page, const std::vector<std::string>& titles);

}  // namespace synoptic::clean
