// One point is told once, though two rules have found it, or one in two slots. Private to the room.
#pragma once

#include <vector>

#include "compare/verdict.h"

namespace synoptic::compare {

// Leaves out what another fact tells better of the same words: of two contradictions a number
// before an outcome, an outcome before whole sentences, and what explains the difference (an
// update, two sources) before one that does not; of an agreement what is one side of a
// contradiction.
void drop_repeated(std::vector<Ranked>& facts);

}  // namespace synoptic::compare
