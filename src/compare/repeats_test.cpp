// One point told by two rules, or in two slots.
#include "compare/repeats.h"

#include <gtest/gtest.h>

namespace synoptic::compare {
namespace {

struct Cell {
  uint32_t account = 0;
  Span span;
  uint32_t side = 0;
  std::string norm;
};

Ranked fact(const std::string& slot, const std::string& about, const std::string& verdict,
            const std::vector<Cell>& cells, double confidence = 0.8) {
  Ranked out;
  out.fact.slot = slot;
  out.fact.about = about;
  out.fact.verdict = verdict;
  out.fact.confidence = confidence;
  for (const Cell& cell : cells) {
    model::FactValue value;
    value.article = "article " + std::to_string(cell.account);
    value.account = cell.account;
    value.span = cell.span;
    value.side = cell.side;
    value.norm = cell.norm;
    value.evidence_span = {0, 100};
    out.fact.values.push_back(value);
  }
  return out;
}

std::string told(std::vector<Ranked> facts) {
  drop_repeated(facts);
  std::string out;
  for (const auto& [fact, salience] : facts) {
    out += (out.empty() ? "" : "; ") + fact.verdict + " " + fact.about;
    for (const auto& value : fact.values) {
      out += " " + std::to_string(value.account) + "/" + std::to_string(value.side);
    }
  }
  return out;
}

TEST(Repeats, ANumberStandsBeforeAnOutcome) {
  EXPECT_EQ(told({fact("outcome", "hurt", "differ", {{0, {10, 40}, 0, ""}, {1, {10, 40}, 1, ""}}),
                  fact("quantity", "injured", "update",
                       {{0, {10, 25}, 0, "0"}, {1, {10, 13}, 1, "2"}}, 0.7)}),
            "update injured 0/0 1/1");
}

TEST(Repeats, TwoPointsOfOneSentenceStayTwo) {
  const auto toll =
      fact("quantity", "killed", "differ", {{0, {0, 2}, 0, "14"}, {1, {0, 2}, 1, "19"}});
  EXPECT_EQ(told({toll, fact("place", "event", "differ",
                             {{0, {30, 34}, 0, "lyon"}, {1, {30, 34}, 1, "lille"}})}),
            "differ killed 0/0 1/1; differ event 0/0 1/1");
  EXPECT_EQ(
      told({toll, fact("outcome", "arrest", "differ", {{0, {0, 60}, 0, ""}, {1, {0, 60}, 1, ""}})}),
      "differ killed 0/0 1/1; differ arrest 0/0 1/1");
}

TEST(Repeats, OneMatterOfTwoRulesHasTheAccountsOfBoth) {
  EXPECT_EQ(told({fact("outcome", "lift", "differ", {{0, {5, 30}, 0, ""}, {1, {5, 30}, 1, ""}}),
                  fact("outcome", "allow", "differ",
                       {{0, {9, 30}, 0, ""}, {1, {5, 20}, 1, ""}, {2, {5, 30}, 1, ""}}, 0.6)}),
            "differ lift 0/0 1/1 2/1");
}

TEST(Repeats, ADifferenceBetweenSentencesIsTheOneThatIsToldOfThem) {
  EXPECT_EQ(
      told({fact("outcome", "statement", "differ", {{0, {0, 90}, 0, ""}, {1, {0, 90}, 1, ""}}),
            fact("quantity", "killed", "differ", {{0, {4, 6}, 0, "14"}, {1, {7, 9}, 1, "19"}})}),
      "differ killed 0/0 1/1");
}

TEST(Repeats, AnOutcomeTakesWhatWholeSentencesSayOfItInOneMoreAccount) {
  EXPECT_EQ(told({fact("outcome", "arrest", "differ", {{0, {5, 30}, 0, ""}, {1, {5, 30}, 1, ""}}),
                  fact("outcome", "statement", "differ",
                       {{2, {0, 50}, 0, ""}, {1, {0, 50}, 1, ""}, {0, {0, 50}, 2, ""}}, 0.6)}),
            "differ arrest 0/0 1/1 2/0");
}

TEST(Repeats, WhatExplainsADifferenceStandsBeforeIt) {
  EXPECT_EQ(
      told({fact("quantity", "killed", "differ", {{0, {4, 6}, 0, "14"}, {1, {7, 9}, 1, "19"}}),
            fact("quantity", "killed", "attributed_difference",
                 {{0, {4, 6}, 0, "14"}, {1, {7, 9}, 1, "19"}}, 0.5)}),
      "attributed_difference killed 0/0 1/1");
}

TEST(Repeats, AnAgreementIsNoMoreThanOneSideOfWhatCameOutOtherwise) {
  const auto verdict = fact("outcome", "verdict", "differ",
                            {{0, {0, 40}, 0, ""}, {1, {0, 40}, 0, ""}, {2, {0, 40}, 1, ""}});
  EXPECT_EQ(told({verdict, fact("outcome", "statement", "agree",
                                {{0, {0, 40}, 0, ""}, {1, {0, 40}, 0, ""}})}),
            "differ verdict 0/0 1/0 2/1");
  // A deed that the clauses tell beside it.
  EXPECT_EQ(told({verdict,
                  fact("outcome", "abduct", "agree", {{0, {0, 10}, 0, ""}, {1, {0, 10}, 0, ""}})}),
            "differ verdict 0/0 1/0 2/1; agree abduct 0/0 1/0");
}

TEST(Repeats, AClauseThatOneAloneHasIsToldOnce) {
  const auto deed = fact("outcome", "offer", "only", {{0, {20, 50}, 0, ""}});
  const auto clause = fact("outcome", "statement", "only", {{0, {20, 51}, 0, ""}});
  EXPECT_EQ(told({deed, clause}), "only offer 0/0");
  EXPECT_EQ(told({deed, fact("outcome", "statement", "only", {{0, {60, 90}, 0, ""}})}),
            "only offer 0/0; only statement 0/0");
}

// "The government and the bank" here, another bank there: the surer rule saw the banks alone.
TEST(Repeats, ANameJoinedToOneThatDiffersIsToldWithIt) {
  const auto banks = fact("recipient", "order", "differ",
                          {{0, {20, 24}, 0, "bank"}, {1, {9, 13}, 1, "other"}}, 0.9);
  const auto all =
      fact("recipient", "order", "differ",
           {{0, {10, 16}, 0, "government"}, {0, {20, 24}, 1, "bank"}, {1, {9, 13}, 2, "other"}});
  EXPECT_EQ(told({banks, all}), "differ order 0/0 0/0 1/1");
}

}  // namespace
}  // namespace synoptic::compare
