// Claims of different accounts laid side by side: which of them fill the same slot of the event.
// Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "compare/claim.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

constexpr double kAnswered = 0.4;  // another account may well give the slot another value

struct Group {                       // at most one claim per account
  std::vector<const Claim*> claims;  // in the order of the accounts
  double strength = 0;               // of the weakest tie that holds different values together
  std::optional<double> odds;        // log-odds that the values differ, where they were asked
  // Of one claim: how likely another account answers it otherwise; of what is kAnswered or more
  // some such value. 0 where nothing hangs on it.
  double rival = 0;

  std::string rule;
  std::string verdict;  // where the group was made for one
};

// Groups of the figures, dates and places of all original tellings; lone claims are groups of one.
std::vector<Group> align(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
