// Sentences on one point of which one does not bear out the other: it denies what the other says,
// or has another outcome, day, figure or name there. Private to the room.
#pragma once

#include "compare/statements/same_statement.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// `told`: what is known already; sentences that a difference is told of, or that deny alike, are
// left alone.
std::vector<Ranked> compare_contraries(const Input& input, const Passages& passages,
                                       const Contradictions& contradictions,
                                       const SameStatement& same, const std::vector<Ranked>& told);

}  // namespace synoptic::compare
