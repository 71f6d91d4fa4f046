// Where readers talk below an article. Private to the room.
#pragma once

#include <optional>

#include "clean/html/html_page.h"

namespace synoptic::clean {

struct NodeRange {
  uint32_t begin, end;  // nodes, in the order of the document
  bool holds(uint32_t node) const { return node >= begin && node < end; }
};

// What is said below an article ends in the same words, "Reply" or "Report this": the elements from
// the first thing said to the last one. Nothing where next to no text stands above.
std::optional<NodeRange> talk_by_actions(const HtmlPage& page,
                                         const knowledge::Knowledge& knowledge);

// What stands behind "Comments (12)" and nothing more is put out.
void drop_talk(HtmlPage& page, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
