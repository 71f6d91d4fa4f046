// What stands first of its kind here, and second there: "the country's largest bank" is said of one
// thing by two accounts. Private to the room.
#pragma once

#include "compare/verdict.h"

namespace synoptic::compare {

// Of each thing, kind and place that two accounts rank: the same rank agrees, another differs. An
// account that gives two ranks says nothing.
std::vector<Ranked> compare_standings(const Input& input);

}  // namespace synoptic::compare
