// One name in the place of another: accounts that all name one party or place, and an account that
// names a different one in the same words. Private to the room.
#pragma once

#include "compare/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_names(const Input& input, const Passages& passages);

// Where accounts name what is known, a sort for each type of entity.
std::vector<Claim> collect_names(const Input& input);

}  // namespace synoptic::compare
