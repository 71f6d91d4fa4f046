// Whether a figure counts what was destroyed or what was only damaged. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// By the word nearest to the figure in its sentence (data/compare/ruins.tsv); none where both stand
// beside it ("destroyed or damaged"), or neither.
Ruin ruin_of(const Telling& telling, const Claim& claim);

// One counts what was destroyed, the other what was damaged.
bool are_of_other_ruin(const Claim& a, const Claim& b);

}  // namespace synoptic::compare
