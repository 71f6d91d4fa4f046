#include "compare/cosines.h"

#include <gtest/gtest.h>

#include <map>

namespace synoptic::compare {
namespace {

// The simple way: each two asked for themselves.
TEST(Cosines, AreThoseOfEachTwo) {
  std::vector<Terms> texts(12);
  for (uint32_t i = 0; i < texts.size(); ++i) {
    for (uint32_t term = i % 5; term < 40; term += 3 + i % 4) {
      texts[i].push_back({term, 0.1F + static_cast<float>((7 * term + i) % 11)});
    }
  }
  texts[3].clear();
  Cosines cosines;
  for (const Terms& terms : texts) cosines.add(terms);
  std::map<std::pair<size_t, size_t>, float> told;
  cosines.each([&](size_t i, size_t j, float cosine) {
    EXPECT_LT(i, j);
    EXPECT_TRUE(told.emplace(std::pair(i, j), cosine).second) << i << " and " << j << " twice";
  });
  for (size_t i = 0; i < texts.size(); ++i) {
    for (size_t j = i + 1; j < texts.size(); ++j) {
      const auto found = told.find({i, j});
      EXPECT_EQ(found == told.end() ? 0.0 : found->second, likeness(texts[i], texts[j]));
    }
  }
}

}  // namespace
}  // namespace synoptic::compare
