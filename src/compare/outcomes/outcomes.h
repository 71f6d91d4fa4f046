// How a matter came out: accounts that say it went one way, and others that say the contrary.
// Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "compare/outcomes/outcome_contest.h"
#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Of the news itself, not of its background.
std::vector<OutcomeSpot> read_outcomes(const Input& input, const Passages& passages);

// Two matters that exclude each other: one was caught, one fled.
bool exclude_each_other(const OutcomeSpot& a, const OutcomeSpot& b);

struct ToldAt {  // some bytes of a sentence
  uint32_t article = 0, sentence = 0;
  Range range;  // in its block
};
// In the two places one matter came out otherwise, or two matters that exclude each other, and none
// alike. `spots`: as read_outcomes() gives them, by article and sentence.
bool come_out_otherwise(const std::vector<OutcomeSpot>& spots, const ToldAt& a, const ToldAt& b);

// The spots of each matter that is told both ways.
std::vector<std::vector<OutcomeSpot>> matters_of(const std::vector<OutcomeSpot>& spots);

std::vector<Ranked> compare_outcomes(const Input& input, const Passages& passages,
                                     const std::vector<OutcomeSpot>& spots);

}  // namespace synoptic::compare
