// Sentences that are alike but for what they say: "rated the risk as high", "rated the risk as
// low". They share the words of their matter, and are no agreement. Private to the room.
#pragma once

#include <cstdint>

#include "compare/claim.h"

namespace synoptic::compare {

// Two ages and none that is the same, two hours of the clock, two ends of a scale or two callings
// (data/compare/contrasts.tsv), or in one language other words in one place.
bool tell_otherwise(const Telling& a, uint32_t sentence_of_a, const Telling& b,
                    uint32_t sentence_of_b);

}  // namespace synoptic::compare
