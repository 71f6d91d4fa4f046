// Agreements that do not hold: what accounts of one language share in name or number alone, while
// the words around it are of other things. Private to the room.
#pragma once

#include <vector>

#include "compare/claim.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Leaves out cells that the others of their fact do not bear out, and facts of which less than two
// accounts are left. What is left out becomes no difference and nothing that one account has alone.
void drop_doubtful_agreements(const Input& input, std::vector<Ranked>& facts);

}  // namespace synoptic::compare
