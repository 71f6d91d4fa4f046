// Accounts that tell one figure, the ones as a rise or a profit, the others as a fall or a loss.
// Private to the room.
#pragma once

#include <vector>

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_directions(const Input& input, const Passages& passages);

// Agreements on a figure that goes both ways are none, and no outcome is told twice.
void drop_against(const std::vector<Ranked>& directions, std::vector<Ranked>& facts);

}  // namespace synoptic::compare
