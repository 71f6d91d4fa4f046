// Where one article ends and another begins in the same capture. Private to the room.
#pragma once

#include <vector>

#include "clean/classify.h"

namespace synoptic::clean {

// Parts of the page in order, at least one; a part begins with its article's title or the lines
// above it. A "read also" label in front of an article is left with the article before it.
// `markup`: the page has elements, so that a headline over a dateline alone begins nothing.
std::vector<Page> split_articles(Page page, bool markup);

}  // namespace synoptic::clean
