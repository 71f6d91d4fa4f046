// Figures, ranks and days that one account has and no other, not in other money or units either.
// Private to the room.
#pragma once

#include <string>
#include <vector>

#include "compare/align.h"

namespace synoptic::compare {

struct LoneFigure {
  const Claim* claim = nullptr;
  std::string about;
  double worth = 0;  // how much it tells, about 0 … 1.2
};

// What the claim says of it by itself; none that it does not fit is among lone_figures().
bool may_be_lone(const Claim& claim);

// Of the groups of one claim, in their order, those that are worth telling.
std::vector<LoneFigure> lone_figures(const Input& input, const std::vector<Group>& groups);

}  // namespace synoptic::compare
