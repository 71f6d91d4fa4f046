// Why it happened, as the accounts tell it: "a short circuit" here, "arson" there, each beside a
// word that says that it is a cause. Private to the room.
#pragma once

#include <vector>

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_causes(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
