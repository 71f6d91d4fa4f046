#include "compare/testing_sample.h"

namespace synoptic::compare {
namespace {

TEST(FigureClasses, TheStepOfAnEarlierDecisionBearsNoneOfTheNewOut) {
  const Sample a = Sample("a", "en", "Rate", "")
                       .body(
                           "The bank raised its rate by 0.5 points. In March it had gone up by 1 "
                           "point.")
                       .count("0.5 points", 0.5, "interest_rate", "", "percent_points")
                       .count("1 point", 1, "interest_rate", "", "percent_points")
                       .in_background();
  const Sample b = Sample("b", "en", "Rate", "")
                       .body("The bank raised its rate by 1 point.")
                       .count("1 point", 1, "interest_rate", "", "percent_points");
  const auto out = synopsis({&a, &b});
  EXPECT_EQ(find(out.agree, "quantity", "rate change"), nullptr);
  EXPECT_EQ(find(out.agree, "quantity", "interest rate"), nullptr);
}

TEST(FigureClasses, WhatWasDestroyedIsNotHeldAgainstWhatWasDamaged) {
  const auto of = [](const std::string& id, const std::string& text, const std::string& number) {
    return Sample(id, "en", "Storm", "")
        .body(text)
        .count(number, std::stod(number), "households")
        .counting("houses");
  };
  const Sample a = of("a", "The storm over the bay destroyed 46 houses on Monday.", "46");
  const Sample b = of("b", "The storm over the bay damaged 64 houses on Monday.", "64");
  EXPECT_EQ(find(synopsis({&a, &b}).differ, "quantity", "homes"), nullptr);
  const Sample c = of("c", "The storm over the bay destroyed 64 houses on Monday.", "64");
  EXPECT_NE(find(synopsis({&a, &c}).differ, "quantity", "homes"), nullptr);
}

TEST(FigureClasses, TheOthersAreNotAll) {
  const auto of = [](const std::string& id, const std::string& lang, const std::string& text,
                     const std::string& number) {
    return Sample(id, lang, "", "").body(text).count(number, std::stod(number), "passengers");
  };
  const auto differ = [](const Sample& one, const Sample& other) {
    return find(synopsis({&one, &other}).differ, "quantity", "passengers") != nullptr;
  };
  const Sample all = of("a", "en", "The ferry carried 143 passengers over the lake.", "143");
  EXPECT_TRUE(differ(all, of("b", "en", "The ferry carried 142 passengers over the lake.", "142")));
  EXPECT_FALSE(
      differ(all, of("b", "en", "The ferry carried 142 other passengers over the lake.", "142")));
  EXPECT_FALSE(differ(all, of("b", "en", "The ferry carried the other 142 over the lake.", "142")));
  EXPECT_FALSE(
      differ(all, of("b", "de", "Die Fähre trug die übrigen 142 Passagiere über den See.", "142")));
}

TEST(FigureClasses, HousesAreToldAsHomes) {
  const Sample a = Sample("a", "en", "Slide", "")
                       .body("The slide destroyed 64 houses.")
                       .count("64", 64, "households")
                       .counting("houses");
  const Sample b = Sample("b", "fr", "Glissement", "")
                       .body("Le glissement a détruit 64 maisons.")
                       .count("64", 64, "households")
                       .counting("maisons");
  EXPECT_NE(find(synopsis({&a, &b}).agree, "quantity", "homes"), nullptr);
}

TEST(FigureClasses, WhatOneTitleTellsIsHeldAgainstTheOthersBody) {
  const Sample a = Sample("a", "en", "Blast kills 12 in Lahore market", "2026-09-10T05:10")
                       .count_in_title("12", 12, "killed")
                       .body("A blast hit a market in Lahore, police said.")
                       .body("It killed 12 people and injured 40.")
                       .count("12", 12, "killed")
                       .count("40", 40, "injured");
  const Sample b = Sample("b", "en", "Explosion at market in Lahore", "2026-09-10T05:30")
                       .body("An explosion struck a market in Lahore, police said.")
                       .body("It killed 21 people and injured 40.")
                       .count("21", 21, "killed")
                       .count("40", 40, "injured");
  const auto out = synopsis({&a, &b});
  ASSERT_NE(find(out.differ, "quantity", "killed"), nullptr);
  EXPECT_NE(find(out.agree, "quantity", "injured"), nullptr);
}

}  // namespace
}  // namespace synoptic::compare
