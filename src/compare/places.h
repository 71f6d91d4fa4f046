// Where it happened, by the titles and leads. Private to the room.
#pragma once

#include "compare/verdict.h"

namespace synoptic::compare {

// Accounts whose title and lead put the event into another city of the same country than the other
// accounts do, and that nowhere name the others' city.
std::vector<Ranked> compare_headline_places(const Input& input);

}  // namespace synoptic::compare
