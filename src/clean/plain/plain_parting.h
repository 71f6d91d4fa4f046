// Lines of texts without markup of which only a part is of the text: what elements would keep apart
// stands on one line. Private to the room.
#pragma once

#include <vector>

#include "clean/page.h"

namespace synoptic::clean {

// Cuts in two: a caption behind its label and credit, a last sentence and the sign-off behind it.
void part_lines(const knowledge::Knowledge& knowledge, std::vector<Line>& lines);

}  // namespace synoptic::clean
