#include <gtest/gtest.h>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

Sample bank(const std::string& key, int rank, const std::string& phrase,
            const std::string& place = "russia") {
  return Sample(key, "en", "Banks", "2026-03-01")
      .body("The storm reached Perm on Saturday.")
      .body("Sberbank is " + phrase + ".")
      .stands(phrase, "Sberbank", rank, "bank", place);
}

TEST(Standings, AnotherRankOfOneThingIsADifference) {
  const Sample a = bank("a", 1, "the largest bank of Russia");
  const Sample b = bank("b", 2, "the second-largest bank of Russia");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "rank", "largest bank");
  ASSERT_NE(fact, nullptr);
  ASSERT_EQ(fact->values.size(), 2u);
  EXPECT_EQ(fact->values[0].norm, "1");
  EXPECT_EQ(fact->values[1].norm, "2");
}

TEST(Standings, AnotherPlaceIsNone) {
  const Sample a = bank("a", 1, "the largest bank of Russia");
  const Sample b = bank("b", 2, "the second-largest bank of Europe", "europe");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "rank", "largest bank"), nullptr);
}

TEST(Standings, TheSameRankAgrees) {
  const Sample a = bank("a", 1, "the largest bank of Russia");
  const Sample b = bank("b", 1, "the biggest bank of Russia");
  EXPECT_NE(find(synopsis({&a, &b}).agree, "rank", "largest bank"), nullptr);
}

TEST(Outlooks, AValueThatIsOnlyExpectedIsMarked) {
  Sample a("a", "en", "Budget", "2026-03-01");
  a.body("The plan is expected to cost 412 million dollars.")
      .count("412 million", 412e6, "", "", "money", "USD")
      .expects("cost 412 million dollars", "expected");
  Sample b("b", "en", "Budget", "2026-03-01");
  b.body("The plan costs 412 million dollars.").count("412 million", 412e6, "", "", "money", "USD");
  const auto out = synopsis({&a, &b});
  ASSERT_FALSE(out.agree.empty());
  EXPECT_EQ(out.agree[0].values[0].certainty, "expected");
  EXPECT_EQ(out.agree[0].values[1].certainty, "");
}

}  // namespace
}  // namespace synoptic::compare
