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

TEST(Scan, LooksAheadToTheEndOfATextAndNotBeyond) {
  const std::string text = "One of 20 words, fünf and more.";
  for (size_t at = 0; at < text.size(); ++at) {
    SixteenBytes seen;
    const uint32_t size = look_ahead(text, at, seen);
    EXPECT_EQ(size, std::min<size_t>(16, text.size() - at));
    for (uint32_t i = 0; i < 16; ++i) {
      EXPECT_EQ(seen.words >> i & 1, i < size && is_ascii_word(text[at + i])) << at;
      EXPECT_EQ(seen.blanks >> i & 1, i < size && text[at + i] == ' ') << at;
      EXPECT_EQ(seen.beyond >> i & 1, i < size && !is_ascii(text[at + i])) << at;
    }
  }
  SixteenBytes seen;
  EXPECT_EQ(look_ahead("short", 0, seen), 0u);
}

TEST(Scan, FindsTheNextLowByte) {
  const std::string text = "a-name another\tname\xC3\xA4 and-one-that-is-much-longer end";
  for (size_t at = 0; at <= text.size(); ++at) {
    size_t right = at;
    while (right < text.size() && static_cast<unsigned char>(text[right]) > ' ') ++right;
    EXPECT_EQ(next_at_most(text, at, ' '), right);
  }
  EXPECT_EQ(next_at_most("short one", 0, ' '), 5u);
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
