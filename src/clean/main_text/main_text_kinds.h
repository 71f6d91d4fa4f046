// Before the decision what the article is: kinds of elements and pieces that one name or tag alone
// gets wrong are set right. Private to the room.
#pragma once

#include "clean/html/html_page.h"

namespace synoptic::clean {

void settle_kinds(HtmlPage& page);

}  // namespace synoptic::clean
