// Where accounts name a cause: a kind of the table beside a word that says that it was one, or in
// words that say it by themselves. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "compare/claim.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

struct CauseSpot {
  uint32_t article = 0, account = 0, sentence = 0;
  uint32_t kind = 0;    // of the table
  size_t distance = 0;  // from the word that says so, characters
  Range word;           // in the block
};

// In the order of the story; what is ruled out is not among them.
std::vector<CauseSpot> cause_spots(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
