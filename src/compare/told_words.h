// Claims and the words of their sentences. Private to the room.
#pragma once

#include <optional>

#include "compare/claim.h"

namespace synoptic::compare {

// A claim of words that a step found by itself; `range` in the sentence's block. What it says of
// them is for the step to fill in.
Claim claim_of_words(const Input& input, uint32_t article, uint32_t sentence, Range range);

// Where in the text of its sentence a claim stands; nullopt: it begins or ends outside of it.
std::optional<Range> range_in_sentence(const Sentence& sentence, const Claim& claim);

}  // namespace synoptic::compare
