#include "compare/figures/rival_field.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

TEST(RivalField, TwoValuesBesideAllOthersThatCouldStandThere) {
  RivalField field;
  field.add(0, 2, "Ankara", "Istanbul", 0, 2, 1.5);
  field.add(1, 2, "Ankara", "Istanbul", 1, 2, 2);
  field.add(0, 3, "Ankara", "Izmir", 0, 2, -1);
  const auto rivals = field.rivals(0);
  ASSERT_EQ(rivals.size(), 1U);
  EXPECT_EQ(rivals[0].i, 1U);
  EXPECT_EQ(rivals[0].j, 2U);
  const auto& features = rivals[0].features;
  EXPECT_FLOAT_EQ(features[kBestOdds], 2);
  EXPECT_FLOAT_EQ(features[kMeanOdds], 1.75);
  EXPECT_FLOAT_EQ(features[kPairs], 2);
  EXPECT_FLOAT_EQ(features[kWins], 1);
  EXPECT_FLOAT_EQ(features[kOverBest], 3);  // over Izmir
}

TEST(RivalField, ItDoesNotMatterWhichOfTwoIsNamedFirst) {
  RivalField one, other;
  one.add(0, 1, "a", "b", 0, 1, 1);
  other.add(0, 1, "b", "a", 1, 0, 1);
  EXPECT_EQ(one.rivals(0)[0].features, other.rivals(0)[0].features);
}

}  // namespace
}  // namespace synoptic::compare
