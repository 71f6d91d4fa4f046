// Deeds that two accounts tell alike, and the clauses tell one matter otherwise: "all of the crew
// were rescued", "two of the crew died, the others were rescued". Private to the room.
#pragma once

#include <vector>

#include "compare/outcomes/outcome_contest.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Leaves out cells of agreements on deeds that most others of their fact tell otherwise, and facts
// of which less than two accounts are left. Only what a story has one of counts.
void drop_deeds_told_otherwise(const Input& input, const std::vector<OutcomeSpot>& spots,
                               std::vector<Ranked>& facts);

}  // namespace synoptic::compare
