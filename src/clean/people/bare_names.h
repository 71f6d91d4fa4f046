// A name without label or capitals among the items of a line ("مریم سلیمی · ۱۲ آذر · ۰ نظر",
// "佐藤由美 | 2025年12月3日"). Private to the room.
#pragma once

#include <string_view>

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// The items of the line are parted by dots or strokes with blanks around them.
bool is_parted_line(std::string_view text);

// `words`: the item, in a script without capitals; `part`: the same as a line. Two or three words
// that are no outlet, place, section, desk or job; in Han signs a family's name in front.
bool may_be_bare_name(const knowledge::Knowledge& knowledge, const Line& part,
                      std::string_view words);

}  // namespace synoptic::clean
