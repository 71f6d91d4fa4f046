// The words behind a "Tags:" label, one by one. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"

namespace synoptic::clean {

// Cut at commas and the like. A list parted by nothing but blanks is cut into the longest phrases
// that stand in the article or that are known names.
std::vector<std::string> read_keywords(std::string_view list, std::string_view article_text,
                                       const knowledge::Knowledge& knowledge,
                                       std::string_view lang);

}  // namespace synoptic::clean
