// Cards of other pages among the elements that may be the article: one element each, side by side.
// Private to the room.
#pragma once

#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// What stands in such cards speaks for no element: its value becomes 0. `value`: per piece.
void weigh_cards(const HtmlPage& page, std::vector<double>& value);

}  // namespace synoptic::clean
