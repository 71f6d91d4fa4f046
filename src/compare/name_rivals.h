// Names that stand for one another in a story, by all accounts at once: the odds of their places
// (name_contest.h) beside those of every other name that could stand there. Private to the room.
// What it is made from: data/compare/contest.md.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "compare/name_contest.h"

namespace synoptic::compare {

struct NameRivals {  // two names, and the two places of them that are likest
  enum Feature : size_t {
    kBest,        // the highest odds of two places
    kMean,        // … of each two accounts, on average
    kLeast,       // … the lowest of them
    kPairs,       // accounts that can be laid side by side
    kSecond,      // the second highest
    kWins,        // how often neither has a better rival in the other account
    kLeastLead,   // odds over the next best there
    kMeanLead,
    kOverBest,    // odds over the better other rival of either in the story
    kOverLeast,
    kMost,        // from here on of the two places, as in NameContest
    kFewest,
    kRest,
    kOthers,
    kTold,
    kOwn,
    kKind,
    kCountry,
    kKnown,
    kHome,
    kPerson,
    kOrg,
    kLand,
    kSpot,
    kTitle,
    kFirst,
    kFeatures
  };
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
