// Copies laid beside their originals, sentence by sentence: which values stand in one place of two
// sentences that are the same otherwise. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

struct Value {  // either a figure or day, or a name
  const Claim* claim = nullptr;
  std::optional<size_t> mention;  // index in its article
};

struct Counterpart {
  uint32_t original = 0, copy = 0;  // indices of tellings
  Value before, after;              // of one sort; may be the same
  size_t words = 0;                 // that both sentences have beside values
};

// Of sentences that a copy has as they stand in its original there are none.
std::vector<Counterpart> counterparts_of(const Input& input);

}  // namespace synoptic::compare
