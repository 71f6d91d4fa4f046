// What follows an article's text in a form of its own: teasers of other articles, comments under
// their writers' names, labels with a link that come again and again. Private to the room.
#pragma once

#include "clean/html/html_page.h"

namespace synoptic::clean {

// Marks such pieces as outside. Only what comes again is known by its form: single ones are left
// to the rules that know words.
void drop_cards(HtmlPage& page);

}  // namespace synoptic::clean
