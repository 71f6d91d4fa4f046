// Where the page's headline stands, and what the elements around it tell: dates and by-lines.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/html_facts.h"

namespace synoptic::clean {

// Reads the elements that were noted as dated and the lines near the headline. `title`: the page's
// title without the site's name; `sites`: names of the site.
void read_around_headline(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                          std::string_view title, const std::vector<std::string>& sites,
                          FactNotes& notes);

}  // namespace synoptic::clean
