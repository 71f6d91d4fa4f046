#include "eval/shingles.h"

#include <gtest/gtest.h>

namespace synoptic::eval {
namespace {

std::vector<std::string> words(std::string_view text) {
  const auto tokens = tokens_of(text);
  return {tokens.begin(), tokens.end()};
}

TEST(Tokens, AreRunsOfLettersAndDigits) {
  EXPECT_EQ(words("It's 3.5 km_h!"), (std::vector<std::string>{"It", "s", "3", "5", "km_h"}));
  EXPECT_EQ(words(""), std::vector<std::string>{});
}

TEST(Tokens, MarksBelongToTheirLetter) { EXPECT_EQ(words("e\u0301te\u0301 ici").size(), 2u); }

TEST(Tokens, AreCharactersWhereThereAreNoSpaces) {
  EXPECT_EQ(words("桥梁 ok 开放"), (std::vector<std::string>{"桥", "梁", "ok", "开", "放"}));
}

TEST(Shingles, OverlapByFourWords) {
  const Shingles five = shingles_of("one two three four five");
  EXPECT_EQ(five.size(), 2u);
  EXPECT_EQ(five.at("one two three four "), 1u);
  EXPECT_EQ(shingles_of("a a a a a").at("a a a a "), 2u);
}

TEST(Shingles, AShortTextIsOneRun) { EXPECT_EQ(shingles_of("only three words").size(), 1u); }

TEST(Match, OfATextWithItselfIsExact) {
  const Match match = compare_texts("a b c d e", "a  b, c d e.");
  EXPECT_TRUE(match.exact());
  EXPECT_EQ(match.f1(), 1);
}

TEST(Match, TooMuchCostsPrecisionAndTooLittleCostsRecall) {
  const Match more = compare_texts("a b c d e f", "a b c d e");
  EXPECT_NEAR(more.precision, 2.0 / 3, 1e-9);
  EXPECT_EQ(more.recall, 1);
  const Match less = compare_texts("a b c d", "a b c d e");
  EXPECT_EQ(less.precision, 1);
  EXPECT_EQ(less.recall, 0.5);
}

TEST(Match, WhatStandsTwiceCountsTwice) {
  EXPECT_EQ(compare_texts("a b c d | a b c d", "a b c d").recall, 1);
  EXPECT_NEAR(compare_texts("a b c d | a b c d", "a b c d").precision, 0.2, 1e-9);
}

TEST(Match, OfNothingIsNothing) {
  EXPECT_EQ(compare_texts("", "a b c d").f1(), 0);
  EXPECT_EQ(compare_texts("a b c d", "").f1(), 0);
}

}  // namespace
}  // namespace synoptic::eval
