#include <gtest/gtest.h>

#include "annotate/annotate.h"
#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

std::string told(const std::string& lang, const std::string& text) {
  model::Article article;
  article.lang = lang;
  article.blocks.resize(1);
  article.blocks[0].text = text;
  std::string all;
  for (const auto& standing : annotate(std::move(article), testing::knowledge()).standings) {
    if (!all.empty()) all += " | ";
    all += standing.subject.name + ": " + std::to_string(standing.rank) + " " + standing.order +
           " " + standing.kind + " of " + standing.place.name;
  }
  return all;
}

TEST(Standings, ANameSetEqualToARankAKindAndAPlace) {
  EXPECT_EQ(told("en", "Smoke filled a hospital in Medan, Indonesia's fourth-largest city."),
            "Medan: 4 largest city of Indonesia");
  EXPECT_EQ(told("en", "India's third-largest airline, SpiceJet, has cut its fares."),
            "SpiceJet: 3 largest airline of India");
  EXPECT_EQ(told("de", "Hamburg ist die zweitgrößte Stadt Deutschlands."),
            "Hamburg: 2 largest city of Germany");
  EXPECT_EQ(told("id", "Ghana merupakan produsen kakao terbesar di dunia."),
            "Ghana: 1 largest producer of world");
}

TEST(Standings, TheCountryIsThatOfTheSubject) {
  EXPECT_EQ(told("zh", "俄罗斯联邦储蓄银行是该国最大银行，领导了其 AI 研发工作。"),
            "Sberbank: 1 largest bank of Russia");
  EXPECT_EQ(told("en", "Sberbank, the country's largest bank, is to lead the work, China said."),
            "Sberbank: 1 largest bank of Russia");
}

TEST(Standings, LookAlikesAreNotTold) {
  EXPECT_EQ(told("en", "Izmir is one of the largest ports in Turkey."), "");
  EXPECT_EQ(told("en", "Toyota wants to become the largest carmaker in Brazil."), "");
  EXPECT_EQ(told("en", "Toyota is not the largest carmaker in Japan."), "");
  EXPECT_EQ(told("en", "It was the biggest bank robbery in Brazil, Sberbank said."), "");
  EXPECT_EQ(told("en", "Schools closed in the country's largest city, Peru's president said."), "");
  EXPECT_EQ(told("zh", "横滨是日本最大的港口城市之一。"), "");
  EXPECT_EQ(told("fr", "Izmir est l'un des plus grands ports de Turquie."), "");
}

TEST(Standings, ATextOfNothingElseIsReadInTime) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "Medan is Indonesia's largest city of the largest ";
  EXPECT_NE(told("en", text), "");
}

}  // namespace
}  // namespace synoptic::annotate
