// Residue of pages in plain text and Markdown that its form tells in any language: what is said
// twice, what points, rows of buttons, fields of forms. Private to the room.
#pragma once

#include <vector>

#include "clean/page.h"

namespace synoptic::clean {

// Puts such lines outside, each with its reason.
void mark_plain_shapes(std::vector<Line>& lines);

}  // namespace synoptic::clean
