// What ties two claims, or parts them, by themselves: the thing counted. Private to the room.
#pragma once

#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

using Cluster = std::vector<const Claim*>;  // of one value; may be empty

// 1: the same thing is counted; 0: cannot tell; -1: different things.
int same_about(const Claim& a, const Claim& b);
// "Eight were aboard, six of them died": the dead are some of these people, by the sentence.
bool is_among(const Claim& dead, const Claim& whole);
// A class of things, no people: "villages".
bool are_things(std::string_view counted_class);
bool is_weak_number(const Claim& claim);  // small and whole: equal by chance
// By what is counted, some class of it known.
bool count_one_thing(const Cluster& a, const Cluster& b);

}  // namespace synoptic::compare
