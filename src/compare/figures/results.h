// How a match ended, as the titles of two accounts give it. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// Both scores stand in the titles of their articles, the only ones there, and the titles name the
// same two sides: they are of one match, whatever the languages.
bool are_of_one_match(const Input& input, const Claim& a, const Claim& b);

}  // namespace synoptic::compare
