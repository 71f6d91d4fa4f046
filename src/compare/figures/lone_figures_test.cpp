#include "compare/figures/lone_figures.h"

#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

// Whether the figure, of the first account, is told as of this one alone.
bool is_lone(const Sample& own, const Sample& other, const std::string& text) {
  static const knowledge::Knowledge nothing;
  model::Story story;
  std::vector<const Annotated*> articles{&own.annotated(), &other.annotated()};
  for (const auto* article : articles) story.accounts.push_back({article->article.id});
  const Input input = read_tellings(story, articles, nothing);
  const Passages passages(input);
  const auto groups = align(input, passages);
  const auto found = lone_figures(input, groups);
  return std::any_of(found.begin(), found.end(), [&](const LoneFigure& figure) {
    return figure.claim->account == 0 && figure.claim->text == text;
  });
}

Sample account(const std::string& key, const std::string& text) {
  return Sample(key, "en", "Match", "").body("It was played on the coast.").body(text);
}

TEST(LoneFigures, WhatAnotherWritesInDigitsIsToldByBoth) {
  const Sample own = account("a", "The draw took 31 moves in all.").count("31", 31, "votes");
  EXPECT_TRUE(is_lone(own, account("b", "A tense draw was enough for her."), "31"));
  EXPECT_FALSE(is_lone(own, account("b", "A tense 31-move draw was enough."), "31"));
  EXPECT_TRUE(is_lone(own, account("b", "She drew on 31 May.").day("31 May", "2026-05-31"), "31"));
}

TEST(LoneFigures, DigitsThatMarksPartAreOneNumber) {
  const Sample own =
      account("a", "They took some 380 thousand rounds.").count("380 thousand", 380000, "");
  EXPECT_TRUE(is_lone(own, account("b", "They took the rounds."), "380 thousand"));
  EXPECT_FALSE(is_lone(own, account("b", "They took 380,000."), "380 thousand"));
}

TEST(LoneFigures, VotesAreTheShareThatAnotherTells) {
  const Sample own = account("a", "It passed by 612 votes to 388.")
                         .count("612", 612, "votes")
                         .count("388", 388, "votes");
  const auto share = [](double percent) {
    return account("b", "So many percent agreed.")
        .count("many percent", percent, "", "", "percent");
  };
  EXPECT_FALSE(is_lone(own, share(61), "612"));
  EXPECT_TRUE(is_lone(own, share(70), "612"));
  EXPECT_FALSE(is_lone(share(61), own, "many percent"));
  EXPECT_TRUE(is_lone(share(70), own, "many percent"));
}

TEST(LoneFigures, OilIsToldInBarrelsAndInTonnes) {
  const auto oil = [](double value, const std::string& kind, const std::string& unit) {
    return account("b", "It makes so much a year.").count("so much", value, "", "", kind, unit);
  };
  const Sample own = account("a", "It makes 170,000 barrels a day.")
                         .count("170,000 barrels", 170000, "", "", "volume", "barrel");
  EXPECT_FALSE(is_lone(own, oil(8.5e6, "weight", "t"), "170,000 barrels"));
  EXPECT_TRUE(is_lone(own, oil(3e6, "weight", "t"), "170,000 barrels"));
}

TEST(LoneFigures, APieceOfAFigureIsNone) {
  const Sample other = account("b", "They ran and ran.");
  const Sample time = Sample("a", "zh", "", "").body("她用時2小時4分41秒。");
  Sample cut = time, whole = time;
  EXPECT_FALSE(
      is_lone(cut.count("2小時4分", 124, "", "", "duration", "minute"), other, "2小時4分"));
  EXPECT_TRUE(is_lone(whole.count("2小時4分41秒", 124.7, "", "", "duration", "minute"), other,
                      "2小時4分41秒"));
}

}  // namespace
}  // namespace synoptic::compare
