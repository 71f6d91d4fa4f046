// One kind of people or things in another's stead: every account but one says "the judge", one says
// "the prosecutor", in clauses that are alike. Private to the room.
#pragma once

#include <vector>

#include "compare/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_kinds(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
