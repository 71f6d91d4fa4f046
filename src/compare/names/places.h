// Where it happened: the places that an account names as claims, and the one of its title and lead.
// Private to the room.
#pragma once

#include "compare/verdict.h"

namespace synoptic::compare {

void collect_places(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge);

// Accounts whose title and lead put the event into another city of the same country than the other
// accounts do, and that nowhere name the others' city.
std::vector<Ranked> compare_headline_places(const Input& input);

}  // namespace synoptic::compare
