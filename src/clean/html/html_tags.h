// The topics that stand as links under an article, where its data name no keywords. Private to the
// room.
#pragma once

#include "clean/html/html_facts.h"
#include "clean/html/html_page.h"

namespace synoptic::clean {

// Adds the words of links in an element that is named for tags or keywords.
void take_tags(const HtmlPage& page, FactNotes& notes);

}  // namespace synoptic::clean
