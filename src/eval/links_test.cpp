#include "eval/links.h"

#include <gtest/gtest.h>

namespace synoptic::eval {
namespace {

LinkedMention mention(std::string lang, std::string gold, std::string found) {
  return {.topic = "t", .lang = std::move(lang), .gold = std::move(gold), .found = std::move(found)};
}

TEST(Links, PairsAreOfTwoLanguages) {
  const LinkScores scores = score_links({mention("pl", "a", "1"), mention("pl", "a", "1"),
                                         mention("ru", "a", "1"), mention("ru", "b", "1")});
  // Found: two Polish with two Russian; right are those with one of them. Gold: the same two.
  EXPECT_DOUBLE_EQ(scores.pair_precision, 0.5);
  EXPECT_DOUBLE_EQ(scores.pair_recall, 1);
}

TEST(Links, LeaWeighsByTheThingsSize) {
  // Moosavi and Strube 2016, 3: {a b c} found as {a b} {c}: one link of three is resolved.
  const LinkScores scores =
      score_links({mention("pl", "x", "1"), mention("ru", "x", "1"), mention("cs", "x", "2")});
  EXPECT_DOUBLE_EQ(scores.lea_recall, 1.0 / 3);
  EXPECT_DOUBLE_EQ(scores.lea_precision, 2.0 / 3);  // a single one is right where gold has it alone
}

TEST(Links, OneTopicsIdsAreNotAnothers) {
  auto other = mention("ru", "a", "2");
  other.topic = "u";
  const LinkScores scores = score_links({mention("pl", "a", "1"), other});
  EXPECT_DOUBLE_EQ(scores.pair_recall, 1);  // there is no pair to find
  EXPECT_DOUBLE_EQ(scores.lea_f1(), 1);
}

}  // namespace
}  // namespace synoptic::eval
