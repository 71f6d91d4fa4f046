// What speaks for a piece of running text being the article's, whatever its elements are called:
// the words it shares with the headline, its place below it, and that it stands neither among the
// fields of a form nor behind the word "Comments". Private to the room.
#pragma once

#include <string>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Factors for each of page.pieces whose `value` is not 0, multiplied into it.
void weigh_by_topic(const HtmlPage& page, const std::vector<std::string>& titles,
                    const knowledge::Knowledge& knowledge, std::vector<double>& value);

}  // namespace synoptic::clean
