// A feed that was saved as a page: items one below the other, each with the hour it came out
// ("21:14" over, beside or below its headline) or a rule above it, and all under one day. Private to
// the room.
#pragma once

#include "clean/classify.h"
#include "clean/draft.h"

namespace synoptic::clean {

// Each item becomes an article: its headline begins one, the hour stands below it and is put out.
// What stands above the first is the site's. A text with a lead or a headline that its items are
// about is a live blog and stays whole.
void part_timed_items(Draft& draft);

// The hours of such items get the day that stands above them; each is of the page's publisher.
void date_timed_items(Page& page, const std::optional<model::Publisher>& publisher);

}  // namespace synoptic::clean
