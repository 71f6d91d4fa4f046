// A page's title element without the name of the site in it. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "clean/html/html_json_ld.h"

namespace synoptic::clean {

struct StatedTitle {
  StatedValue title;
  StatedValue site;  // what was cut off where it looks like the site's name
};

// Bytes of the title, without blanks at the ends.
StatedValue part_of(const StatedValue& whole, size_t begin, size_t end);

// `sites`: names the site is known by. `titles`: headlines seen elsewhere on the page; where one of
// them is the front of the title, the rest is not of it. `known_only`: cut nothing but those names
// (what stands in front of a headline may be its kicker).
StatedTitle cut_page_title(const StatedValue& page_title, const std::vector<std::string>& sites,
                           const std::vector<std::string>& titles, bool known_only = false);

// Names that the page shows outside its title element and that are a part of it: a headline (h1 to
// h4), or the site's name where the page begins or ends with it (not looked for if `site_known`).
struct SeenNames {
  std::vector<std::string> sites, titles;
};
SeenNames names_on_page(const html::Document& document, const StatedValue& page_title,
                        bool site_known);

}  // namespace synoptic::clean
