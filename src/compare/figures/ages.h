// How old somebody is. An age is compared by whose it is, and never by chance with another figure.
// Private to the room.
#pragma once

#include <vector>

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Ages that accounts share, and two ages of one person or of who is spoken of alike.
std::vector<Ranked> compare_ages(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
