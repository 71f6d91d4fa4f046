// How a matter came out: accounts that say it went one way, and others that say the contrary.
// Private to the room.
#pragma once

#include <vector>

#include "compare/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
