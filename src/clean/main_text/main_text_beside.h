// Further articles on a page of one. Private to the room.
#pragma once

#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Beside the <article> with the text others may stand that are whole, too: each with a heading of
// the same rank that is no link, a day or a writer, and paragraphs. They are added to `roots`, and
// their headings are marked as such. `reasons`: per node, as for choose_roots.
void add_articles_beside(HtmlPage& page, const std::vector<ElementKind>& reasons,
                         std::vector<uint32_t>& roots);

}  // namespace synoptic::clean
