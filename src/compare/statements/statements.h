// What accounts state in other words: sentences that say the same, and what is denied, softened or
// left open. Private to the room.
#pragma once

#include "compare/outcomes/outcomes.h"
#include "compare/statements/same_statement.h"
#include "compare/verdict.h"

namespace synoptic::compare {

struct Statements {
  std::vector<Ranked> facts;
  std::vector<std::vector<bool>> told;  // per article and sentence: another account says it too
};

Statements compare_statements(const Input& input, const Passages& passages,
                              const Contradictions& contradictions, const SameStatement& same,
                              const std::vector<StanceClause>& stances,
                              const std::vector<OutcomeSpot>& outcomes);

// Another account says it too, or may: so much of the words stands in one of its sentences.
bool is_said_elsewhere(const Input& input, const Passages& passages, uint32_t article,
                       uint32_t sentence, Range in_block, double least);

}  // namespace synoptic::compare
