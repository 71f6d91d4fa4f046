// Numbers, dates and places of an account as claims, in the form in which they are compared.
// Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

void collect_figures(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::compare
