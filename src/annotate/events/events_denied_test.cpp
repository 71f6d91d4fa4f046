// What denies a deed, and what only looks so.
#include <gtest/gtest.h>

#include <string>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::TestArticle;

// "+" or "-" for the deed; "" where it is not read.
std::string sign_of(const char* lang, const char* text, const char* action) {
  TestArticle article(lang, {text});
  const auto* found = event(article.events(), action);
  if (found == nullptr) return "";
  return found->polarity == model::Polarity::kNegative ? "-" : "+";
}

TEST(DeniedDeeds, ALetterInsideAnotherWordDeniesNothing) {
  EXPECT_EQ(sign_of("ja", "警察は26日未明、男を逮捕した。", "arrest"), "+");
  EXPECT_EQ(sign_of("ja", "警察は不動産会社の社長を逮捕した。", "arrest"), "+");
  EXPECT_EQ(sign_of("ja", "軍は未明に港を攻撃した。", "attack"), "+");
  EXPECT_EQ(sign_of("ja", "政府は未成年者の利用を禁止した。", "ban"), "+");
  EXPECT_EQ(sign_of("zh", "警方26日未明逮捕一名男子。", "arrest"), "+");
  EXPECT_EQ(sign_of("zh", "法院因证据不足释放该男子。", "release"), "+");
  EXPECT_EQ(sign_of("zh", "警方指其不法經營，逮捕該公司總裁。", "arrest"), "+");
}

TEST(DeniedDeeds, WhatADeedIsDoneWithoutDoesNotDenyIt) {
  EXPECT_EQ(sign_of("en", "Without warning the army attacked the port.", "attack"), "+");
  EXPECT_EQ(sign_of("es", "Sin previo aviso el ejército atacó el puerto.", "attack"), "+");
  EXPECT_EQ(sign_of("fr", "Sans aucun préavis l'armée a attaqué le port.", "attack"), "+");
  EXPECT_EQ(sign_of("en", "The army left without attacking the port.", "attack"), "-");
  EXPECT_EQ(sign_of("en", "The army left without having attacked the port.", "attack"), "-");
}

TEST(DeniedDeeds, WhatStandsRightBeforeTheDeedDeniesIt) {
  EXPECT_EQ(sign_of("ja", "警察は男を逮捕しなかった。", "arrest"), "-");
  EXPECT_EQ(sign_of("zh", "警方没有逮捕该男子。", "arrest"), "-");
  EXPECT_EQ(sign_of("zh", "警方未逮捕該男子。", "arrest"), "-");
  EXPECT_EQ(sign_of("zh", "警方尚未正式逮捕该男子。", "arrest"), "-");
  EXPECT_EQ(sign_of("zh", "军方并未攻击该港口。", "attack"), "-");
  EXPECT_EQ(sign_of("zh", "军方未对该港口发动攻击。", "attack"), "-");
}

TEST(DeniedDeeds, AUnitOrATitleIsNoDeed) {
  TestArticle chief("en", {"Kupang search and rescue chief Mexianus Bekabel said 92 were aboard."});
  chief.mention("Kupang", "kupang", model::EntityType::kCity)
      .mention("Mexianus Bekabel", "", model::EntityType::kPerson);
  const auto& read = chief.events();
  EXPECT_EQ(event(read, "rescue"), nullptr);
  EXPECT_EQ(event(read, "seize"), nullptr);
  EXPECT_EQ(sign_of("en", "The court fined the bank one million pounds.", "attack"), "");
  EXPECT_EQ(sign_of("en", "The pound was changing hands at 1.30 dollars.", "attack"), "");
  EXPECT_EQ(sign_of("en", "Israel pounded Gaza on Monday.", "attack"), "+");
}

TEST(DeniedDeeds, TheLandThatAHeadlineOpensWithDoesNothing) {
  TestArticle label("es", {"Fue ayer."});
  label.title("Brasil: condenan a Otávio Lins por las muertes")
      .mention("Brasil", "brazil", model::EntityType::kCountry)
      .mention("Otávio Lins", "", model::EntityType::kPerson);
  for (const auto& found : label.events().events) {
    EXPECT_NE(testing::names(found.actor), "brazil") << found.action;
  }
}

TEST(DeniedDeeds, TheTownWhereAReportCameOutSaysNothing) {
  TestArticle report("en",
                     {"France attacked the port, according to a report published in Geneva."});
  report.mention("France", "france", model::EntityType::kCountry)
      .mention("Geneva", "geneva", model::EntityType::kCity);
  const auto* attack = event(report.events(), "attack");
  ASSERT_NE(attack, nullptr);
  EXPECT_EQ(attack->claimant, "");
}

}  // namespace
}  // namespace synoptic::annotate
