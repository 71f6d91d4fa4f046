// How a matter came out: accounts that say it went one way, and others that say the contrary.
// Private to the room.
#pragma once

#include <vector>

#include "compare/outcome_pairs.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Of the news itself, not of its background.
std::vector<OutcomeSpot> read_outcomes(const Input& input, const Passages& passages);

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages,
                                     const std::vector<OutcomeSpot>& spots);

}  // namespace synoptic::compare
