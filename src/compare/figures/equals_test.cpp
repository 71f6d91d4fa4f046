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

}  // namespace
}  // namespace synoptic::compare
