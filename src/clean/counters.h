// How often a page was read, and how many have written under it. Private to the room.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "clean/page.h"

namespace synoptic::clean {

// The first number, without the signs between its groups.
std::string digits_of(std::string_view text);

// "👁 12 408  💬 56" on a short line: into "views" and "comments", where nothing told them.
void read_counters(const Line& line, std::map<std::string, std::vector<std::string>>& metadata);

}  // namespace synoptic::clean
