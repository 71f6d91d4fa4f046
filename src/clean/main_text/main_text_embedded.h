// Inside the element that holds the article: what was put in from elsewhere, told by how it is
// built. Codes that nothing has run, lists of the latest news, posts of social networks, forms.
// Private to the room.
#pragma once

#include "clean/html/html_page.h"

namespace synoptic::clean {

void drop_embedded(HtmlPage& page);

}  // namespace synoptic::clean
