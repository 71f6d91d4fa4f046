// Rows of sentences that say the same: one that says two things joins no two others.
#include "compare/statements/gather.h"

#include <gtest/gtest.h>

#include <set>

namespace synoptic::compare {
namespace {

using Rows = std::vector<std::vector<uint32_t>>;

Tied ties_of(std::set<std::pair<uint32_t, uint32_t>> pairs) {
  return [pairs = std::move(pairs)](uint32_t a, uint32_t b) {
    return pairs.contains(std::minmax(a, b));
  };
}

TEST(Parted, WhoIsTiedToMostStays) {
  EXPECT_EQ(parted({1, 2, 3}, ties_of({{1, 2}, {2, 3}, {1, 3}})), (Rows{{1, 2, 3}}));
  EXPECT_EQ(parted({1, 2, 3}, ties_of({{1, 2}, {2, 3}})), (Rows{{1, 2, 3}}))
      << "half of the others";
  EXPECT_EQ(parted({1, 2}, ties_of({{1, 2}})), (Rows{{1, 2}}));
}

TEST(Parted, WhoIsTiedToOneAloneIsLeftOut) {
  EXPECT_EQ(parted({1, 2, 3, 4}, ties_of({{1, 3}, {2, 3}, {2, 4}, {3, 4}})), (Rows{{2, 3, 4}}));
  EXPECT_EQ(parted({1, 2}, ties_of({})), (Rows{})) << "whom a third held together";
}

TEST(Parted, TwoPairsAreTwoRows) {
  EXPECT_EQ(parted({1, 2, 3, 4}, ties_of({{1, 2}, {3, 4}})), (Rows{{3, 4}, {1, 2}}));
}

}  // namespace
}  // namespace synoptic::compare
