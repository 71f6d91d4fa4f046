// What a page's links tell of its site: sections, skins, feeds, the topic, archive days.
// Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

struct SiteLink {
  std::string_view label, url;  // as written
  Span span;
  bool image = false;  // the label is an image's
  bool item = false;   // of a list
};

// Fills metadata (site.sections, site.skins, feed, topic, topic.id, topic.url) and the dates of
// archive links, which are navigation and never a date of an article.
void collect_site_links(const std::vector<SiteLink>& links, std::string_view page_url,
                        PageFacts& facts);

}  // namespace synoptic::clean
