// What a site shows where an article was: "page not found". Private to the room.
#pragma once

#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

// Is the "article" such a notice? A few lines whose title says so, or whose text is about the page
// that was asked for.
bool is_missing_page(const model::Article& article, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
