// Names that only look like known ones, and words that only look like names.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// "id TYPE" of the last mention that is written so, "? TYPE" of what has no id; "": no such one.
std::string half_name(const std::string& lang, const std::string& text, std::string_view written) {
  std::string out;
  for (const auto& mention : read_text(lang, text).mentions) {
    if (mention.text != written) continue;
    out = (mention.entity.empty() ? "?" : mention.entity) + " " +
          std::string(model::entity_type_name(mention.type));
  }
  return out;
}

bool has_entity(const std::string& lang, const std::string& text, std::string_view id) {
  const auto read = read_text(lang, text);
  return std::ranges::any_of(read.mentions,
                             [&](const auto& mention) { return mention.entity == id; });
}

TEST(HalfNames, ASyllableBehindAKnownNameMakesItAnothers) {
  EXPECT_FALSE(has_entity("en", "Keeper Cho Hyun-woo saved the penalty.", "cho-hyun"));
  EXPECT_FALSE(has_entity("ar", "وتصدى الحارس جو هيون وو لركلة الجزاء.", "cho-hyun"));
  EXPECT_TRUE(has_entity("en", "Minister Cho Hyun said the men were well.", "cho-hyun"));
  EXPECT_TRUE(has_entity("en", "The Cho Hyun-led ministry said the men were well.", "cho-hyun"));
}

TEST(HalfNames, ARiverIsNotTheLandOfItsName) {
  EXPECT_FALSE(has_entity("fr", "Les ingénieurs ont été enlevés dans le delta du Niger.", "niger"));
  EXPECT_FALSE(has_entity("pt", "Os engenheiros foram raptados no delta do Níger.", "niger"));
  EXPECT_FALSE(has_entity("es", "Los ingenieros fueron raptados en el delta del Níger.", "niger"));
  EXPECT_FALSE(has_entity("en", "The engineers were held in the Niger Delta.", "niger"));
  EXPECT_TRUE(has_entity("fr", "Les ingénieurs ont été enlevés au Niger.", "niger"));
}

TEST(HalfNames, AFirmIsNoTownOfItsName) {
  const std::string text =
      "The engineers work for Donghae Construction. Donghae said work at the site would go on.";
  EXPECT_EQ(half_name("en", text, "Donghae"), "? ORG");
  EXPECT_EQ(half_name("en", "The engineers live in Donghae. Donghae lies on the coast.", "Donghae"),
            "donghae CITY");
}

TEST(HalfNames, AMinistryThatSpeaksOfItsOwnPeopleIsTheirLands) {
  const std::string text =
      "나이지리아에서 납치된 한국인 기술자 3명이 나이지리아 군에 구출됐다. 나이지리아 경찰은 조사 "
      "중이다. "
      "외교부는 이들이 건강하다고 밝혔다.";
  EXPECT_EQ(half_name("ko", text, "외교부"), "south-korea/foreign-ministry ORG");
}

TEST(HalfNames, AnAdjectiveMayStandInsideAMinistry) {
  EXPECT_TRUE(has_entity("fr", "Le ministère nigérian des Affaires étrangères a confirmé lundi.",
                         "nigeria/foreign-ministry"));
  EXPECT_TRUE(has_entity("pt", "O Ministério nigeriano das Relações Exteriores confirmou.",
                         "nigeria/foreign-ministry"));
  EXPECT_TRUE(has_entity("es", "El Ministerio argentino de Relaciones Exteriores lo confirmó.",
                         "argentina/foreign-ministry"));
}

TEST(HalfNames, TheCountryIsNotAnyNamedBefore) {
  EXPECT_FALSE(
      has_entity("ar", "حرر الجيش النيجيري ثلاثة مهندسين من كوريا الجنوبية جنوبي البلاد.", "x"));
  EXPECT_NE(
      half_name("ar", "حرر الجيش النيجيري ثلاثة مهندسين من كوريا الجنوبية جنوبي البلاد.", "البلاد"),
      "south-korea COUNTRY");
}

TEST(HalfNames, ABoardIsNoPerson) {
  EXPECT_EQ(half_name("hi", "कंपनी के निदेशक मंडल ने प्रस्ताव का समर्थन किया।", "मंडल"), "");
}

TEST(HalfNames, LettersOfAPositionAreNoPartOfAPlayer) {
  EXPECT_EQ(half_name("ja", "後半30分にDFクリバリが退場した。", "クリバリ"), "? PERSON");
}

TEST(HalfNames, AFrontOfARankIsNobody) {
  EXPECT_EQ(half_name("en", "Task force commander Rear Admiral Suleiman Ibrahim said so.", "Rear"),
            "");
}

}  // namespace
}  // namespace synoptic::annotate
