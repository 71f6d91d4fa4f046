// Equal values of two accounts, and what speaks against their being one. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

// How strong the tie is; none where they are not one. `claims`: all of their slot and sort.
std::optional<double> strength_of_equals(const Input& input,
                                         const std::vector<const Claim*>& claims, const Claim& a,
                                         const Claim& b);

}  // namespace synoptic::compare
