// What a line is by the lines around it, where its own words do not tell. Private to the room.
#pragma once

#include <vector>

#include "clean/classify.h"

namespace synoptic::clean {

// A label and the name below it, tags one a line, credits below the headline; and lines that only
// begin like residue, and stand in the text. `marks`: one for each line, by its own words.
void mark_by_neighbours(const knowledge::Knowledge& knowledge, const std::vector<Line>& lines,
                        std::vector<Mark>& marks);

}  // namespace synoptic::clean
