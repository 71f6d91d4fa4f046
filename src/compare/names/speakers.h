// Who said it: statements of several accounts that are one in other words, and whether one speaker
// is given for them. Private to the room.
#pragma once

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_speakers(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
