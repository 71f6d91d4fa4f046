// An entry of the log as a feed shows it. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "watch/log.h"

namespace synoptic::serve {

struct EntryText {
  std::string title;  // plain
  std::string url;    // of the page that shows it
  std::string html;   // who says what, each text with its language and direction
};

std::string entry_path(std::string_view id);  // "/entry/…", which leads to its fact
// `origin` stands before all links.
EntryText entry_text(const watch::Entry& entry, std::string_view origin);

}  // namespace synoptic::serve
