// Numbers that are equal by chance.
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

bool agree_on_quantity(const model::Synopsis& out) {
  return std::any_of(out.agree.begin(), out.agree.end(),
                     [](const auto& fact) { return fact.slot == "quantity"; });
}

Sample rally(const std::string& key, const std::string& count, double value,
             const std::string& of_class, const std::string& modifier = {}) {
  return Sample(key, "en", "Rally", "2026-01-01")
      .body("The rally began at noon.")
      .body("Close to " + count + " demonstrators stood outside in the rain.")
      .count(count, value, of_class, modifier);
}

TEST(Equals, RoundedNumbersOfTwoClassesNeedLikeSentences) {
  const Sample a = rally("a", "200", 200, "people", "about");
  const Sample votes = Sample("b", "en", "Vote", "2026-01-01")
                           .body("Lawmakers spoke for hours.")
                           .body("Yes was the choice of 215 deputies.")
                           .count("215", 215, "members");
  EXPECT_FALSE(agree_on_quantity(synopsis({&a, &votes})));
  const Sample alike = rally("b", "215", 215, "members");
  EXPECT_TRUE(agree_on_quantity(synopsis({&a, &alike})));
}

TEST(Equals, ANumberOfTheNewsIsNoneOfBeforeInOtherWords) {
  const auto share = [](const std::string& key, const std::string& words) {
    return Sample(key, "en", "Cash", "2026-01-01")
        .body("The central bank set limits.")
        .body(words)
        .count("40%", 40, "", "", "percent");
  };
  const Sample a = share("a", "Small factories pay 40% of wages in cash.");
  Sample b = share("b", "The pound lost 40% against the dollar.");
  b.in_background();
  EXPECT_FALSE(agree_on_quantity(synopsis({&a, &b})));
  Sample c = share("c", "Factories pay 40% of wages in cash.");
  c.in_background();
  EXPECT_TRUE(agree_on_quantity(synopsis({&a, &c})));
}

TEST(Equals, AllOnBoardAreNoneOfTheDead) {
  Sample a = Sample("a", "en", "Barge", "2026-01-01")
                 .body("Nine people were on the barge, and seven of them drowned.")
                 .count("Nine", 9, "people")
                 .count("seven", 7, "killed");
  const Sample b = Sample("b", "en", "Barge", "2026-01-01")
                       .body("The barge sank in the night.")
                       .body("All nine on the barge drowned.")
                       .count("nine", 9, "killed");
  EXPECT_FALSE(agree_on_quantity(synopsis({&a, &b})));
}

TEST(Equals, WhatWasExpectedBeforeIsNotWhatIsExpected) {
  const auto forecast = [](const std::string& key, const std::string& words) {
    return Sample(key, "en", "Outlook", "2026-01-01").body("The institute met.").body(words);
  };
  Sample a = forecast("a", "It cut its outlook for growth to 2.1% from 2.7%.");
  a.count("2.1%", 2.1, "growth", "", "percent").count("2.7%", 2.7, "growth", "", "percent");
  a.no_more();
  Sample b = forecast("b", "It kept its outlook for growth at 2.7%.");
  b.count("2.7%", 2.7, "growth", "", "percent");
  EXPECT_FALSE(agree_on_quantity(synopsis({&a, &b})));
}

TEST(Equals, TwoMagnitudesOfOneAccountAreThoseOfTwoOffices) {
  const auto quake = [](const std::string& key, const std::string& words) {
    return Sample(key, "en", "Quake", "2026-01-01").body(words);
  };
  Sample a = quake("a", "A quake of magnitude 5.8 hit Lindal. The other office measured 5.5.");
  a.count("5.8", 5.8, "magnitude", "", "magnitude").count("5.5", 5.5, "magnitude", "", "magnitude");
  Sample b = quake("b", "A quake of magnitude 5.5 hit Lindal.");
  b.count("5.5", 5.5, "magnitude", "", "magnitude");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "quantity", "magnitude");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->verdict, "attributed_difference");
  EXPECT_EQ(fact->values.size(), 3U);
}

TEST(Equals, AsManyThingsAreNoneOfTheDead) {
  const auto flood = [](const std::string& key, const std::string& dead, double value) {
    return Sample(key, "en", dead + " die in flood", "2026-01-01")
        .body(dead + " people died when the river rose above the old mill.")
        .count(dead, value, "killed");
  };
  const auto differ = [](const model::Synopsis& out) {
    return std::any_of(out.differ.begin(), out.differ.end(),
                       [](const auto& fact) { return fact.slot == "quantity"; });
  };
  const Sample three = flood("b", "Three", 3), same = flood("c", "Three", 3);
  Sample two = flood("a", "Two", 2);
  two.body("Water stood in three villages.").count("three", 3, "villages");
  EXPECT_TRUE(differ(synopsis({&two, &three, &same})));
  Sample both = flood("a", "Two", 2);
  both.body("Three were first feared dead.").count("Three", 3, "");
  EXPECT_FALSE(differ(synopsis({&both, &three, &same})));
}

}  // namespace
}  // namespace synoptic::compare
