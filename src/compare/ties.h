// What ties two claims, or parts them, by themselves: the thing counted, how far apart their values
// are. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// 1: the same thing is counted; 0: cannot tell; -1: different things.
int same_about(const Claim& a, const Claim& b);
bool is_weak_number(const Claim& claim);  // small and whole: equal by chance
bool is_generic(const Claim& claim);      // any number can be of it: "people", no unit and no noun
// What nearness of different values adds to a tie; below 0 where they are too far apart.
double ratio_tie(const Claim& a, const Claim& b);
double date_tie(const Claim& a, const Claim& b, int about);

}  // namespace synoptic::compare
