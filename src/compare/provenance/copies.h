// What a copy changed: another figure, day or name in a sentence that is its original's otherwise.
// A copy is no second witness, but what it says otherwise it says itself. Private to the room.
#pragma once

#include <vector>

#include "compare/align.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Figures and days that copies changed stand beside their original's, in its group where it has
// one. Told are the names.
std::vector<Ranked> compare_copies(const Input& input, std::vector<Group>& groups);

}  // namespace synoptic::compare
