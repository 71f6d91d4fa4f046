#include "compare/figures/results.h"

#include <gtest/gtest.h>

#include "compare/names/cast.h"
#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

// A title with its score and the two sides.
Sample match_of(const std::string& key, const std::string& title, const std::string& score,
                const std::vector<std::string>& sides, const std::string& lang = "en") {
  Sample sample(key, lang, title, "2026-05-18");
  sample.body("The final was played in the main hall on Sunday.");
  sample.score_in_title(score);
  for (const auto& side : sides) sample.names_in_title(side, "team-" + side);
  return sample;
}

TEST(Results, OneMatchWithTwoScoresIsADifference) {
  const Sample a = match_of("a", "Norland beat Sudland 3-2", "3-2", {"Norland", "Sudland"});
  const Sample b =
      match_of("b", "Sudland kalah 1-3 dari Norland", "1-3", {"Sudland", "Norland"}, "id");
  const auto out = synopsis({&a, &b});
  const auto* fact = find(out.differ, "quantity", "score");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 2u);
}

TEST(Results, TheThirdScoreIsShownWhereTwoAgree) {
  const Sample a = match_of("a", "Norland beat Sudland 3-2", "3-2", {"Norland", "Sudland"});
  const Sample b = match_of("b", "Sudland lose 2-3 to Norland", "2-3", {"Sudland", "Norland"});
  const Sample c = match_of("c", "Sudland lose 1-3 to Norland", "1-3", {"Sudland", "Norland"});
  const auto out = synopsis({&a, &b, &c});
  const auto* fact = find(out.differ, "quantity", "score");
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->values.size(), 3u);
}

bool one_match(const Sample& a, const Sample& b) {
  static const knowledge::Knowledge nothing;
  model::Story story;
  story.articles = {a.annotated().article.id, b.annotated().article.id};
  story.accounts = {{story.articles[0]}, {story.articles[1]}};
  const std::vector<const Annotated*> articles{&a.annotated(), &b.annotated()};
  Input input = read_tellings(story, articles, nothing);
  assign_keys(input);
  const auto score = [&](size_t i) -> const Claim& {
    const auto& claims = input.tellings[i].claims;
    return *std::find_if(claims.begin(), claims.end(),
                         [](const Claim& claim) { return claim.sort == "score"; });
  };
  return are_of_one_match(input, score(0), score(1));
}

TEST(Results, AMatchIsKnownByItsTwoSidesAndItsOneScore) {
  const Sample a = match_of("a", "Norland beat Sudland 3-2", "3-2", {"Norland", "Sudland"});
  const Sample same = match_of("b", "Sudland lose 1-3 to Norland", "1-3", {"Sudland", "Norland"});
  const Sample other = match_of("c", "Ostland beat Sudland 3-1", "3-1", {"Ostland", "Sudland"});
  Sample two = match_of("d", "Norland beat Sudland 3-1 after a 2-1", "3-1", {"Norland", "Sudland"});
  EXPECT_TRUE(one_match(a, same));
  EXPECT_FALSE(one_match(a, other));
  EXPECT_TRUE(one_match(a, two));
  two.score_in_title("2-1");
  EXPECT_FALSE(one_match(a, two));
}

TEST(Results, AScoreSeenFromTheOtherSideIsTheSame) {
  const Sample a = match_of("a", "Norland beat Sudland 3-2", "3-2", {"Norland", "Sudland"});
  const Sample turned = match_of("b", "Sudland lose 2-3 to Norland", "2-3", {"Sudland", "Norland"});
  EXPECT_EQ(find(synopsis({&a, &turned}).differ, "quantity", "score"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
