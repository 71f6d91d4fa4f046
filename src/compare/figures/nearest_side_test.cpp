#include <gtest/gtest.h>

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

// "About 210" is the same as 200 and as 210: it stands with the nearer one, whichever comes first.
TEST(NearestSide, AValueGoesToTheNearestSide) {
  const auto boat = [](const std::string& key, const std::string& text, double value,
                       const std::string& modifier) {
    Sample sample(key, "en", "Ferry hits a pier", "2026-03-02");
    sample.body("A ferry hit a pier in Riva on Monday, with " + text + " people on board.");
    sample.count(text, value, "people", modifier);
    return sample;
  };
  const std::vector<Sample> four{boat("a", "200", 200, ""), boat("b", "210", 210, ""),
                                 boat("c", "about 210", 210, "about"),
                                 boat("d", "about 200", 200, "about")};
  for (const std::vector<size_t>& order :
       {std::vector<size_t>{0, 1, 2, 3}, {2, 0, 1, 3}, {2, 3, 1, 0}, {1, 2, 0, 3}}) {
    std::vector<const Sample*> samples;
    for (const size_t i : order) samples.push_back(&four[i]);
    const auto out = synopsis(samples);
    const auto fact = std::find_if(out.differ.begin(), out.differ.end(),
                                   [](const auto& one) { return one.slot == "quantity"; });
    ASSERT_NE(fact, out.differ.end());
    std::map<std::string, uint32_t> sides;
    for (const auto& value : fact->values) sides[value.text] = value.side;
    ASSERT_EQ(sides.size(), 4u);
    EXPECT_EQ(sides["about 210"], sides["210"]);
    EXPECT_EQ(sides["about 200"], sides["200"]);
    EXPECT_NE(sides["200"], sides["210"]);
    EXPECT_EQ(fact->values.front().side, 0u);
  }
}

}  // namespace
}  // namespace synoptic::compare
