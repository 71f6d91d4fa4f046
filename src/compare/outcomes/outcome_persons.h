// A matter of each of two people: "the banker was convicted, his deputy acquitted". Whoever names
// the same one alone speaks of the same matter. Private to the room.
#pragma once

#include <vector>

#include "compare/outcomes/outcome_contest.h"

namespace synoptic::compare {

// Of the spots of one matter, where some account tells it both ways: those that name one person
// and nobody else, for each person of whom accounts tell it otherwise and none tells both.
std::vector<std::vector<OutcomeSpot>> outcomes_by_person(const Input& input,
                                                         const std::vector<OutcomeSpot>& spots);

}  // namespace synoptic::compare
