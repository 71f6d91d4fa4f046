// Figures, days and ranks that fill one slot otherwise, by all accounts of a small story at once:
// the odds of their places (contest.h) beside those of every other value that could stand there.
// Private to the room. What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "compare/figures/contest.h"
#include "compare/figures/rival_field.h"

namespace synoptic::compare {

struct FigureRivals {  // two values, and the two places of them that are likest
  static constexpr uint32_t kMostAccounts = 12;
  static constexpr size_t kFeatures = kRivalFeatures + 36;  // … and what Contest sees of these
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  size_t i = 0, j = 0;  // claims
  Features features{};

  double odds() const;  // log-odds that the two differ
};

// Of claims of one slot and sort, the values that may differ and are not quite unlikely to; in the
// order of the claims. Claims of one norm are one value.
std::vector<FigureRivals> rivals_of(const Contest& contest);

}  // namespace synoptic::compare
