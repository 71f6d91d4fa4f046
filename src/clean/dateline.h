// The day in the line that opens a report: "CITY, March 14, 2025 (Agency) - …". Private to the
// room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace synoptic::clean {

// Of the first paragraph, where a year is told; nullopt: it opens otherwise, as sentences do that
// begin with a day ("On March 3, 2015, the council …"). `lang`: primary subtag.
std::optional<model::DateEvidence> dateline_date(const std::vector<model::Block>& blocks,
                                                 std::string_view lang);

}  // namespace synoptic::clean
