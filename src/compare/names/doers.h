// Who had a part of which a story has one: who scored the winner, who mediated, who got the
// prize for the best player. The words of data/compare/doers/ say which part a sentence tells;
// the name beside them has it. Private to the room.
#pragma once

#include <vector>

#include "compare/claim.h"
#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Differences of accounts that give one part to two names.
std::vector<Ranked> compare_doers(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
