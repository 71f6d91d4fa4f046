// Hidden words in the middle of a line, which goes on behind them. Private to the room.
#pragma once

#include <cstdint>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// The element, with words of its line in front, is none of the line's: a tooltip, words for other
// readers, what shows a company's figures when it is touched. `broken`: a line break stands
// between.
bool is_hidden_aside(const HtmlPage& page, uint32_t element, bool broken);

}  // namespace synoptic::clean
