// A bare surname goes on with the person of the article, not with the famous one; family names
// before titles; common nouns that names begin or end with.
#include <gtest/gtest.h>

#include <string>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// "name TYPE" of the last mention that is written so, with its id where it has one; "": none.
std::string last_named(const std::string& lang, const std::string& text, std::string_view written) {
  std::string out;
  for (const auto& mention : read_text(lang, text).mentions) {
    if (mention.text != written) continue;
    out = (mention.entity.empty() ? mention.name : mention.entity) + " " +
          std::string(model::entity_type_name(mention.type));
  }
  return out;
}

TEST(Namesakes, ASurnameGoesOnWithWhomTheArticleNamesInFull) {
  EXPECT_EQ(last_named("en",
                       "The beekeeper Olivia Starmer lost her hives on Friday. Starmer said she "
                       "would begin again.",
                       "Starmer"),
            "Olivia Starmer PERSON");
  EXPECT_EQ(last_named("de",
                       "Die Försterin Hanna Merz zählte am Freitag die Rehe. Merz sagte, es seien "
                       "weniger geworden.",
                       "Merz"),
            "Hanna Merz PERSON");
  EXPECT_EQ(last_named("ru",
                       "Лесник Борис Лавров нашёл в пятницу медвежонка. По словам Лаврова, зверь "
                       "здоров.",
                       "Лаврова"),
            "Борис Лавров PERSON");
}

TEST(Namesakes, TheFamousOneKeepsHisName) {
  EXPECT_EQ(last_named("en",
                       "Prime Minister Keir Starmer met the beekeeper Olivia Starmer on Friday. "
                       "Starmer said the talk was short.",
                       "Starmer"),
            "keir-starmer PERSON");
  EXPECT_EQ(
      last_named("en",
                 "Starmer left London on Friday. The beekeeper Olivia Starmer stayed at home. "
                 "Starmer said the journey was long.",
                 "Starmer"),
      "keir-starmer PERSON");
}

TEST(FamilyNames, AFamilyNameBeforeATitleIsThePersonNamedInFull) {
  EXPECT_EQ(
      last_named("ko", "구청장 한도윤 씨는 5일 사과했다. 한 씨는 예산을 다시 짜겠다고 말했다.",
                 "한"),
      "한도윤 PERSON");
}

TEST(HeadedNames, ABodyIsNoMentionOfTheTownInItsName) {
  EXPECT_EQ(last_named("es", "El avión aterrizó ayer en el aeropuerto de Valencia con retraso.",
                       "aeropuerto de Valencia"),
            "aeropuerto de Valencia FACILITY");
  EXPECT_EQ(last_named("es", "El avión aterrizó ayer en Valencia con retraso.", "Valencia"),
            "valencia CITY");
}

TEST(Namesakes, ASmallWordThatOpensASentenceIsNoState) {
  EXPECT_EQ(last_named("pt", "Para a vaga o clube chamou um guarda-redes de Faro.", "Para"), "");
}

TEST(LongerNames, TheSideOfACountyIsNotTheWesternWorld) {
  EXPECT_EQ(
      last_named("en", "Drivers were told by the West Marland Police to turn back.", "the West"),
      "");
}

// One of several has no name, and the streets of a city are no street.
TEST(HeadedNames, WhatIsOneOfSeveralIsTheTowns) {
  EXPECT_EQ(last_named("es", "Un tribunal de Madrid absolvió ayer al contable.", "Madrid"),
            "madrid CITY");
  EXPECT_EQ(last_named("ru", "Вечером люди вышли на улицы Киева.", "Киева"), "kyiv CITY");
}

}  // namespace
}  // namespace synoptic::annotate
