// Names that stand for one another in a story, by all accounts at once: the odds of their places
// (name_contest.h) beside those of every other name that could stand there. Private to the room.
// What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "compare/figures/rival_field.h"
#include "compare/names/name_contest.h"

namespace synoptic::compare {

struct NameRivals {  // two names, and the two places of them that are likest
  static constexpr size_t kFeatures = kRivalFeatures + 21;  // … and what NameContest sees of these
  using Features = std::array<float, kFeatures>;
  static const std::array<std::string_view, kFeatures>& names();

  size_t i = 0, j = 0;  // claims
  Features features{};

  double odds() const;  // log-odds that the two differ
};

// Of all names of one kind, those that may differ and are not quite unlikely to; in the order of
// the claims.
std::vector<NameRivals> rivals_of(const NameContest& contest);

}  // namespace synoptic::compare
