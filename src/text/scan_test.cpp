#include "text/scan.h"

#include <gtest/gtest.h>

#include <string>

namespace synoptic::text {
namespace {

TEST(Scan, SeesOfSixteenBytesWhatTheScalarWaySees) {
  for (int c = 0; c < 256; ++c) {
    std::string bytes = "a Z9[`{/:@\x7F\xC3_ z0";
    bytes[static_cast<size_t>(c) % SixteenBytes::kSize] = static_cast<char>(c);
    const SixteenBytes seen = look_at_sixteen(bytes.data());
    const SixteenBytes right = look_at_sixteen_scalar(bytes.data());
    EXPECT_EQ(seen.words, right.words) << c;
    EXPECT_EQ(seen.blanks, right.blanks) << c;
    EXPECT_EQ(seen.beyond, right.beyond) << c;
  }
}

TEST(Scan, FindsPairsWhereTheScalarWayFindsThem) {
  for (size_t size = 0; size < 50; ++size) {
    for (size_t at = 0; at + 1 < size; ++at) {
      std::string text(size, '<');
      text[at + 1] = 'p';
      const auto right = find_pair_scalar<BytePair{'<', 'p'}, BytePair{'"', 'h'}>(text, 0);
      EXPECT_EQ(right, at);
      EXPECT_EQ((find_pair<BytePair{'<', 'p'}, BytePair{'"', 'h'}>(text, 0)), right);
      EXPECT_EQ((find_pair<BytePair{'<', 'p'}>(text, at + 1)), std::string_view::npos);
    }
  }
}

}  // namespace
}  // namespace synoptic::text
