// How alike two sides of a difference are told where they are told in one language: there what is
// one shares its words. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

struct TellingPlace {
  uint32_t article = 0, sentence = 0;
};

// Whether sentences of both sides are of one language, and none of these are as alike as `least`.
bool are_unlike_in_one_language(const Input& input, const std::vector<TellingPlace>& one,
                                const std::vector<TellingPlace>& other, double least);

}  // namespace synoptic::compare
