// Accounts that say that nobody was killed or hurt, beside those that count them. Private to the
// room.
#pragma once

#include <vector>

#include "compare/verdict.h"

namespace synoptic::compare {

// Agreements, differences and updates: of a count that one account has at nought.
std::vector<Ranked> compare_zeros(const Input& input);

}  // namespace synoptic::compare
