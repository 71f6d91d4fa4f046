// By-lines and dates that stand near a page's headline, whatever their elements are called.
// Private to the room.
#pragma once

#include <string_view>

#include "clean/html/html_authors.h"
#include "clean/html/html_dates.h"
#include "clean/html/html_page.h"

namespace synoptic::clean {

struct NearNotes {
  DateNotes& dates;
  AuthorNotes& authors;
  const std::vector<std::string>& sites;  // names of the site: their words are no author's
};

// Looks at short lines from a little above `headline` (a node) down to the second long paragraph.
// `lang`: primary subtag.
void read_near_headline(const HtmlPage& page, const knowledge::Knowledge& knowledge,
                        std::string_view lang, uint32_t headline, NearNotes& notes);

// The element stands in a link that says much more than it: in another article's teaser.
bool stands_in_teaser(const html::Document& document, uint32_t node);

// What an element is about other articles or the site: navigation, teasers, comments …
// `items_too`: what stands in a list does not for that alone.
bool stands_aside(const HtmlPage& page, uint32_t node, bool items_too = false);

}  // namespace synoptic::clean
