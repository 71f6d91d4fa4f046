// Which elements hold the article's text. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// The nodes with a piece in their subtree, rising.
std::vector<uint32_t> holders_of(const HtmlPage& page);

// `reasons`, per node: why its text is not the article's, empty where nothing says so; `good`: the
// prose of the node's subtree that no reason speaks against. In the order of the page; none where
// there is no such prose.
std::vector<uint32_t> choose_roots(const HtmlPage& page, const std::vector<ElementKind>& reasons,
                                   const std::vector<double>& good);

}  // namespace synoptic::clean
