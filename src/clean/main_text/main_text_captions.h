// Captions of a page that no element of their own names: what stands in the box of a picture, or in
// an inline element that is called so. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// `roots`: the elements with the article's text; `kept`: for each node the weight of what its
// subtree shows. An inline element that is called a date puts its line outside.
void name_captions(HtmlPage& page, const std::vector<uint32_t>& roots,
                   const std::vector<uint32_t>& kept);

}  // namespace synoptic::clean
