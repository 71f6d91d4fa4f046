// One party or place in the accounts of most, another in its stead in one: the same sentence, the
// same words around it, and neither side names the other's anywhere. Private to the room.
#pragma once

#include "compare/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_rivals(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
