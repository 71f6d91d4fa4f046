// Style sheets and scripts that a careless converter left in the text. Private to the room.
#pragma once

#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

// Cuts leaked code out of every piece: the code becomes a piece of its own, outside, with the
// reason "style" or "script"; words in front of it and behind it stay (those behind are a caption
// as a rule, and are given that kind).
std::vector<Piece> part_leaked_code(std::vector<Piece> pieces);

// The code in a line: its range, empty if there is none.
struct CodeRun {
  Range range;
  bool script = false;
};
CodeRun find_code(std::string_view text, uint32_t from);

}  // namespace synoptic::clean
