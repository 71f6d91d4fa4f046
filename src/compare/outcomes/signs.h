// Whether a deed came about, and how sure that is: one account affirms it, another denies it, or
// only says so of a rumour. Private to the room.
#pragma once

#include "compare/outcomes/scene.h"

namespace synoptic::compare {

struct SignFact {
  std::string slot, verdict;  // outcome or certainty
  std::vector<model::FactValue> values;
  double confidence = 0;
  std::string rule;
};

// `family`: what the deed goes by; `base_sign`: -1 where all tell the contrary of its family, so
// that this is what is affirmed; `told`: its parties are told already.
std::vector<SignFact> compare_signs(const Input& input, const std::vector<Node>& nodes,
                                    const std::string& family, int base_sign, bool told);

}  // namespace synoptic::compare
