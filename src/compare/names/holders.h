// Whose dominance it is that a party challenges: the holder's name beside the word for it. Private
// to the room.
#pragma once

#include "compare/verdict.h"

namespace synoptic::compare {

// Agreements, and a region in one account beside a country of it in another. That two accounts name
// holders apart from each other shows nothing: both can be meant.
std::vector<Ranked> compare_holders(const Input& input);

}  // namespace synoptic::compare
