// Who wrote the article, as the data in a page's scripts have it. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/html/html_authors.h"
#include "html/html.h"

namespace synoptic::clean {

// Where nothing else names anybody. The names behind a key like "author" have to be one and the
// same: several are those of other articles.
void search_script_authors(const html::Document& document, const std::vector<uint32_t>& scripts,
                           AuthorNotes& notes);

}  // namespace synoptic::clean
