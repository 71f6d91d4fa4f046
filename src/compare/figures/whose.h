// Whose a figure is, by the words and names of its sentence: what was asked for is not what was
// paid, the winner's prize not the loser's. Private to the room.
#pragma once

#include <cstdint>

#include "compare/claim.h"

namespace synoptic::compare {

enum class Whose : uint8_t { kUnknown, kAsked, kGiven, kFirst, kSecond };

// By the nearest word of data/compare/whose.tsv in the figure's clause; kUnknown where there is
// none or its contrary is beside it.
Whose whose_of(const Telling& telling, const Claim& claim);

// Asked and given, first and second.
bool are_contrary(Whose a, Whose b);

// "24 hurt, nine of them officers", "15 hurt, and nine officers as well": the one is the other and
// what stands beside it.
bool is_sum_with_another(const Input& input, const Claim& whole, const Claim& part);

// "The Fed, which meets on July 28": done by a body of which neither the account's own beginning
// nor the other account says anything.
bool is_done_by_stranger(const Input& input, const Claim& claim, const Claim& other);

// "Last year they took 3 million from a port in Belgium": background about a party of which the
// other's account, which tells its figure as news, says nothing.
bool is_of_elsewhere(const Input& input, const Claim& claim, const Claim& other);

// Two matches: both sentences name two sides, and none is the other's.
bool are_of_other_sides(const Input& input, const Claim& a, const Claim& b);

}  // namespace synoptic::compare
