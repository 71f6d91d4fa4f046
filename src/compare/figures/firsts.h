// "The first woman in the office", "for the first time": a place in an order where another account
// tells another one, "the third". Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// Adds these as ranks, where any other account has an ordinal or rank above one.
void add_firsts(Input& input);

// The claim says no more than that something is the first of its kind.
bool is_first(const Claim& claim);

}  // namespace synoptic::compare
