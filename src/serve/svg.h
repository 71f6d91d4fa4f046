// Small pieces of the drawings. A drawing must hold on the page, where the style sheet colours it
// by class, and saved by itself, where only its attributes count. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::serve {

// The text cut to a width in ems of an average Latin letter; wide scripts count double. Escaped.
std::string svg_fit(std::string_view text, double width);
// The text in lines of that width, broken at blanks where there are any; at most two lines.
std::vector<std::string> svg_lines(std::string_view text, double width);

// <text> at a place; `content` is escaped already, names among it may be right-to-left.
std::string svg_text(double x, double y, std::string_view css_class, std::string_view anchor,
                     std::string_view content, double size = 13, std::string_view fill = "#1c1b19",
                     bool strong = false);

}  // namespace synoptic::serve
