#include <gtest/gtest.h>

#include "group/pair_model.h"

namespace synoptic::group {
namespace {

Model model() {
  Model out;
  out.weights[static_cast<size_t>(Evidence::kBias)] = -1;
  out.weights[static_cast<size_t>(Evidence::kWeekApart)] = -4;
  out.texts_share = 0.75F;
  out.texts_slope = 4;
  out.texts_even = 0.1F;
  out.texts_other = -4;
  return out;
}

Pair weeks_apart(float texts, float shared) {
  Pair out;
  out[Evidence::kBias] = 1;
  out[Evidence::kWeekApart] = 2;
  out[Evidence::kTexts] = texts;
  out[Evidence::kShared] = shared;
  return out;
}

TEST(Model, WholeTextsThatShareMuchOutweighADate) {
  EXPECT_LT(model().score(weeks_apart(0, 0.5F)), -5);
  EXPECT_GT(model().score(weeks_apart(1, 0.5F)), 0);
  EXPECT_LT(model().score(weeks_apart(1, 0.05F)), -3);
}

TEST(Model, OtherDaysAndPlacesTogetherSpeakAgainstLikeTexts) {
  Pair pair = weeks_apart(1, 0.3F);
  const float before = model().score(pair);
  pair[Evidence::kOtherDays] = 1;
  EXPECT_EQ(model().score(pair), before);
  pair[Evidence::kOtherPlaces] = 1;
  pair[Evidence::kOtherEvent] = 1;
  EXPECT_NEAR(model().score(pair), before - 3, 1e-5);
}

TEST(Model, StoriesOfWholeArticlesMergeLessEasily) {
  Model strict = model();
  strict.merge = 1.5F;
  EXPECT_FLOAT_EQ(strict.bar_of_merging(0), 0);
  EXPECT_FLOAT_EQ(strict.bar_of_merging(0.25F), 0.75F);
  EXPECT_FLOAT_EQ(strict.bar_of_merging(0.5F), 1.5F);
  EXPECT_FLOAT_EQ(strict.bar_of_merging(1), 1.5F);
}

TEST(Model, ThePartsAddUpToTheScore) {
  const Pair pair = weeks_apart(0.6F, 0.2F);
  float sum = 0;
  for (const auto& part : model().weigh(pair)) sum += part.value * part.weight;
  EXPECT_NEAR(sum, model().score(pair), 1e-5);
}

}  // namespace
}  // namespace synoptic::group
