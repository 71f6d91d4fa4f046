// All that the accounts of one event agree on, differ in and have alone. Private to the room.
#pragma once

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> facts_of(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
