// Names that svg and math write with capitals, which the tokenizer took away (HTML Standard,
// 13.2.6.1, "adjust SVG attributes" and the like). Private to the room.
#pragma once

#include <string_view>

namespace synoptic::html {

std::string_view svg_element_name(std::string_view lower_case);
std::string_view svg_attribute_name(std::string_view lower_case);
std::string_view mathml_attribute_name(std::string_view lower_case);

}  // namespace synoptic::html
