// Where the page's headline stands, and what the elements around it tell: dates and by-lines.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/html/html_facts.h"

namespace synoptic::clean {

// Reads the elements that were noted as dated and the lines near the headline. `title`: the page's
// title without the site's name; `sites`: names of the site. Returns the headline's element, kNone
// where there is none.
uint32_t read_around_headline(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                              std::string_view title, const std::vector<std::string>& sites,
                              FactNotes& notes);

// A date in the attributes and the broken lines around the headline, for pages whose lines and data
// tell none.
void search_near(const HtmlPage& page, uint32_t headline, std::string_view lang, DateNotes& dates);

// Weak evidence: the day in the address of the first picture around the headline.
void search_pictures(const HtmlPage& page, uint32_t headline, DateNotes& dates);

}  // namespace synoptic::clean
