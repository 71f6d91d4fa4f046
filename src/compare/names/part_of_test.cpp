#include "compare/names/part_of.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

TEST(PartOf, ATownMayLieInAPartOfItsCountry) {
  const auto known = knowledge::Knowledge::load().value();
  EXPECT_TRUE(may_lie_in(*known, "kahramanmaras", "kahramanmaras-province"));
  EXPECT_FALSE(may_lie_in(*known, "kabul", "kahramanmaras-province"));
  EXPECT_TRUE(may_lie_in(*known, "a mine", "kahramanmaras-province"));  // a place nobody knows
  EXPECT_FALSE(may_lie_in(*known, "munich", "saxony"));  // regions of the tables tell more
  EXPECT_FALSE(may_lie_in(*known, "kahramanmaras-province", "kahramanmaras"));
}

}  // namespace
}  // namespace synoptic::compare
