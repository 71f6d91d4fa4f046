// Which elements hold no part of the article by their names. Private to the room.
#pragma once

#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Per node: why its text is not the article's, taken over by all inside it; empty where nothing
// says so, and where there are no pieces. `prose`: of the node's subtree; `holds_title`: it holds
// the article's headline, and names that speak against it are hardly believed. With `certain_only`
// the names that are wrong now and then do not count.
std::vector<ElementKind> reasons_against(const HtmlPage& page, const std::vector<double>& prose,
                                         const std::vector<bool>& holds_title, bool certain_only);

}  // namespace synoptic::clean
