// Before the decision what the article is: kinds of elements and pieces that one name or tag alone
// gets wrong are set right. Private to the room.
#pragma once

#include "clean/html/html_page.h"

namespace synoptic::clean {

void settle_kinds(HtmlPage& page);

// A <p> of some length that ends as a sentence does and is no list of links.
bool is_running_paragraph(const HtmlPage& page, const PagePiece& p);
// Such a one whose own names speak against it; hidden ones are not meant.
bool is_misnamed_paragraph(const HtmlPage& page, const PagePiece& p);

}  // namespace synoptic::clean
