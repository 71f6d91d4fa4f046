// Numbers that leave some out: "the other 286", "142 more passengers". Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// By the words beside the number (data/compare/remainders.tsv).
bool is_remainder(const Telling& telling, const Claim& figure);

}  // namespace synoptic::compare
