// Text of documents inside Markdown (CommonMark with GFM's tables and footnotes): it is hostile
// until it is escaped. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::sheet {

// One line; everything that Markdown or HTML could read as markup is escaped, control characters
// and marks of direction are out, and text that has right-to-left letters stands between FSI and
// PDI (UAX #9) so that it cannot disturb the line.
std::string plain(std::string_view text);
// The same without direction marks around, for code and link targets.
std::string code(std::string_view text);  // `between backticks`
std::string link(std::string_view text, std::string_view url);

}  // namespace synoptic::sheet
