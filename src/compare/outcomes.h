// How a matter came out: accounts that say it went one way, and others that say the contrary.
// Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "compare/outcome_words.h"
#include "compare/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

struct OutcomeSpot {  // a clause that says how a matter came out
  uint32_t article = 0, account = 0, sentence = 0;
  std::string_view matter;
  Outcome outcome = Outcome::kYes;
  bool denied = false, quoted = false;
  Range word, clause;  // in the block
};

// Of the news itself, not of its background.
std::vector<OutcomeSpot> read_outcomes(const Input& input, const Passages& passages);

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages,
                                     const std::vector<OutcomeSpot>& spots);

}  // namespace synoptic::compare
