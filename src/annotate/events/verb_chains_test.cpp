// Verbs that go on to the next one, and clauses and verbs that a trigger of two parts stops at.
#include <gtest/gtest.h>

#include <string>

#include "annotate/testing_article.h"

namespace synoptic::annotate {
namespace {

using testing::event;
using testing::TestArticle;

std::string modality_of(TestArticle& article, const char* action) {
  const auto* found = event(article.events(), action);
  return found == nullptr ? "" : found->modality;
}

std::string modality_of(const char* lang, const char* text, const char* action) {
  TestArticle article(lang, {text});
  article.mention("イラン", "iran", model::EntityType::kCountry)
      .mention("フランス", "france", model::EntityType::kCountry)
      .mention("프랑스", "france", model::EntityType::kCountry)
      .mention("이란", "iran", model::EntityType::kCountry)
      .mention("Fransa", "france", model::EntityType::kCountry)
      .mention("İran", "iran", model::EntityType::kCountry)
      .mention("फ्रांस", "france", model::EntityType::kCountry)
      .mention("ईरान", "iran", model::EntityType::kCountry);
  return modality_of(article, action);
}

TEST(VerbChains, WhatIsPlannedAtTheEndIsPlannedForAllOfThem) {
  EXPECT_EQ(modality_of("ja", "フランスはイランを攻撃し、制裁を科す計画だ。", "attack"), "planned");
  EXPECT_EQ(modality_of("ko", "프랑스는 이란을 공격하고 제재할 계획이다.", "attack"), "planned");
  EXPECT_EQ(modality_of("hi", "फ्रांस ईरान पर हमला करने और प्रतिबंध लगाने की योजना बना रहा है।", "attack"),
            "planned");
}

TEST(VerbChains, AFinishedVerbStandsForItself) {
  EXPECT_EQ(modality_of("ja", "フランスはイランを攻撃し、制裁を科した。", "attack"), "asserted");
  EXPECT_EQ(modality_of("ko", "프랑스는 이란을 공격하고 제재했다.", "attack"), "asserted");
  EXPECT_EQ(
      modality_of("tr", "Fransa, İran'a saldırdı ve yaptırım uygulamayı planlıyor.", "attack"),
      "asserted");
  EXPECT_EQ(modality_of("hi", "फ्रांस ने ईरान पर हमला किया और प्रतिबंध लगाने की योजना बनाई।", "attack"),
            "asserted");
}

TEST(VerbChains, AFactIsNotRefusedButDenied) {
  EXPECT_EQ(modality_of("tr", "Fransa, İran'a saldırdığını reddetti.", "attack"), "denied");
  EXPECT_NE(modality_of("tr", "Fransa, İran'a saldırmayı reddetti.", "attack"), "denied");
}

TEST(VerbChains, AnotherClauseStopsAGap) {
  EXPECT_EQ(event(TestArticle("en", {"She told the court that Holt had moved and gone to Lund."})
                      .mention("Holt", "", model::EntityType::kPerson)
                      .events(),
                  "demand"),
            nullptr);
  TestArticle told("en", {"Norway told Denmark to leave the bank."});
  told.mention("Norway", "norway", model::EntityType::kCountry)
      .mention("Denmark", "denmark", model::EntityType::kCountry);
  EXPECT_NE(event(told.events(), "order"), nullptr);
}

TEST(VerbChains, AVerbBehindItsNameOpensAClause) {
  TestArticle article("en", {"Anna Berg resigned before Norway attacked Denmark."});
  article.mention("Anna Berg", "", model::EntityType::kPerson)
      .mention("Norway", "norway", model::EntityType::kCountry)
      .mention("Denmark", "denmark", model::EntityType::kCountry);
  const auto* attack = event(article.events(), "attack");
  ASSERT_NE(attack, nullptr);
  ASSERT_EQ(attack->actor.size(), 1u);
  EXPECT_EQ(attack->actor[0].text, "Norway");
}

TEST(Headlines, LeaveTheAuxiliaryOut) {
  TestArticle english("en", {"Ben Holt jailed over theft"});
  english.kind(0, model::BlockKind::kHeading).mention("Ben Holt", "", model::EntityType::kPerson);
  const auto* jailed = event(english.events(), "arrest");
  ASSERT_NE(jailed, nullptr);
  EXPECT_TRUE(jailed->actor.empty());
  ASSERT_EQ(jailed->recipient.size(), 1u);
  TestArticle spanish("es", {"Detenido Juan Olmo en Jalisco"});
  spanish.kind(0, model::BlockKind::kHeading).mention("Juan Olmo", "", model::EntityType::kPerson);
  const auto* held = event(spanish.events(), "arrest");
  ASSERT_NE(held, nullptr);
  EXPECT_TRUE(held->actor.empty());
}

TEST(DailyDeeds, ArePutIntoWordsOfTheirOwn) {
  const auto action = [](const char* lang, const char* text, const char* name, const char* what) {
    TestArticle article(lang, {text});
    article.mention(name, "norvia");
    return event(article.events(), what) != nullptr;
  };
  EXPECT_TRUE(action("en", "Norvia appealed against the ruling.", "Norvia", "appeal"));
  EXPECT_TRUE(action("de", "Norvia strich 300 Stellen.", "Norvia", "dismiss"));
  EXPECT_TRUE(action("fr", "Norvia a rappelé 300 voitures.", "Norvia", "recall"));
  EXPECT_TRUE(action("tr", "Norvia karara itiraz etti.", "Norvia", "appeal"));
  EXPECT_TRUE(action("id", "Norvia mengajukan banding.", "Norvia", "appeal"));
  // Words of business and of the press that only look so.
  EXPECT_FALSE(action("fr", "Norvia a reculé de 12 % lundi.", "Norvia", "give_in"));
  EXPECT_FALSE(action("fr", "Norvia tiendra une conférence de presse.", "Norvia", "urge"));
  EXPECT_FALSE(action("es", "Norvia recurrió la sentencia.", "Norvia", "convict"));
  EXPECT_FALSE(action("en", "Norvia pleaded guilty.", "Norvia", "urge"));
}

}  // namespace
}  // namespace synoptic::annotate
