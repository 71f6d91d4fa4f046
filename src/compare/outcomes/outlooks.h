// What an account tells without asserting it. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// How the article tells what stands at the place, where it asserts nothing: expected, feared or
// hoped; else empty.
std::string_view outlook_at(const Telling& telling, const model::Place& at);

}  // namespace synoptic::compare
