// Is a page a list of articles: a front page, a section, the results of a search? Told by its
// shape, for pages whose data do not say. Private to the room.
#pragma once

#include "clean/html/html_page.h"

namespace synoptic::clean {

// A headline that leads elsewhere on the site and a few lines under it, again and again, or blurbs
// that each end with the same words as a link; and little text beside them.
bool is_list_of_teasers(const HtmlPage& page);

}  // namespace synoptic::clean
