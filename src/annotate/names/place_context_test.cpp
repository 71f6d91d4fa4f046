// What stands around a town's name: other things that are named after it, cases, teams.
#include <gtest/gtest.h>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

// Types of the mentions of the entity in the text: "CITY", "ORG"; "" where there is none.
std::string type_of(const std::string& lang, const std::string& text, const std::string& entity) {
  const model::Annotated result = read_text(lang, text);
  for (const auto& mention : result.mentions) {
    if (mention.entity == entity && mention.form != "adjective") {
      return std::string(model::entity_type_name(mention.type));
    }
  }
  return "";
}

TEST(PlaceContext, CasesOfCities) {
  EXPECT_EQ(type_of("uk", "Делегація прилетіла до Києва потягом.", "kyiv"), "CITY");
  EXPECT_EQ(type_of("uk", "Поранених лікують під Львовом.", "lviv"), "CITY");
  EXPECT_EQ(type_of("ru", "В Бразилии прошли выборы.", "brazil"), "COUNTRY");
}

TEST(PlaceContext, CaseThatTheNameDoesNotHaveIsAnotherName) {
  EXPECT_EQ(type_of("ru", "Пришёл Александр и сказал, что устал.", "alexandria"), "");
}

TEST(PlaceContext, PersonWithTheNameOfACountryIsAPerson) {
  const std::string text = "On Monday Michael Jordan said he would sell the team.";
  EXPECT_EQ(type_of("en", text, "jordan"), "");
  EXPECT_EQ(type_of("en", text, ""), "PERSON");
}

TEST(PlaceContext, ADayIsNoPlace) {
  EXPECT_EQ(
      type_of(
          "ja",
          "【2026年11月23日】メキシコ中部プエブラの家具工場で22日、火災があり、11人が死亡した。",
          ""),
      "");
}

TEST(PlaceContext, ThingsNamedAfterATown) {
  EXPECT_EQ(type_of("ja", "大阪府は新しい計画を公表した。", "osaka"), "");
  EXPECT_EQ(type_of("ja", "彼はスペイン語を話す。", "spain"), "");
}

TEST(PlaceContext, CountryIsNoTeamWithoutTalkOfSport) {
  EXPECT_EQ(
      type_of("en", "Officials said that UAE will take part in the talks.", "united-arab-emirates"),
      "COUNTRY");
}

TEST(PlaceContext, AWordIsNoTown) {
  const std::string brakes = "پلیس علت حادثه را نقص ترمز اعلام کرد. ترمز اتوبوس بریده بود.";
  EXPECT_EQ(type_of("fa", brakes, "Q491879"), "");
  EXPECT_EQ(type_of("fa", brakes, "Q259253"), "");
  EXPECT_EQ(type_of("fa", "پلیس علت حادثه را نقص ترمز اعلام کرد.", ""), "");
}

TEST(PlaceContext, TheSideOfAPlaceIsNotTheWesternWorld) {
  EXPECT_EQ(type_of("en", "The quake hit West Sulawesi on Monday.", "western-world"), "");
  EXPECT_EQ(type_of("es", "El terremoto sacudió Célebes Occidental.", "western-world"), "");
  EXPECT_EQ(type_of("en", "The West condemned the attack.", "western-world"), "REGION");
}

TEST(PlaceContext, TheChampionsLeagueOfAsia) {
  EXPECT_EQ(type_of("id", "Klub itu menjuarai Liga Champions Asia.", "champions-league"), "");
  EXPECT_EQ(type_of("en", "They won the AFC Champions League Elite.", "afc-champions-league"),
            "ORG");
}

TEST(PlaceContext, ShipsAndFirmsNamedAfterAPlace) {
  EXPECT_EQ(type_of("es", "El carguero «Lima Express» encalló el martes.", "lima"), "");
  EXPECT_EQ(type_of("de", "Die Reederei Aegean Lines hat 36 Leute entlassen.", "aegean"), "");
  EXPECT_EQ(type_of("de", "Der Fischkutter „Nordsee Perle“ kenterte am Abend.", "north-sea"), "");
  EXPECT_EQ(type_of("tr", "\"Akdeniz İncisi\" isimli yat dün battı.", "mediterranean"), "");
  EXPECT_EQ(type_of("ar", "جنحت سفينة الشحن «ليما إكسبرس» قرب الميناء.", "lima"), "");
  EXPECT_EQ(type_of("zh", "货轮“利马快运”号周二在港口附近搁浅。", "lima"), "");
  EXPECT_EQ(type_of("ko", "화물선 '리마 익스프레스'호가 좌초했다.", "lima"), "");
  EXPECT_EQ(type_of("pt", "A rua Angola ficou fechada durante três horas.", "angola"), "");
}

TEST(PlaceContext, QuotationMarksAloneMakeNoLongerName) {
  EXPECT_EQ(type_of("es", "El carguero encalló cerca de Lima el martes.", "lima"), "CITY");
  EXPECT_EQ(type_of("es", "Dijo que «Lima no va a pagar» por el daño.", "lima"), "CITY");
  EXPECT_EQ(type_of("de", "Das Land sei ein „Spielball Kiews“, sagte er.", "kyiv"), "CITY");
  EXPECT_EQ(type_of("ru", "Поезд «Москва – Пекин» опоздал на час.", "moscow"), "CITY");
}

TEST(PlaceContext, AStrangersNameIsNoKnownOne) {
  EXPECT_EQ(type_of("zh", "村民在马拉拉克9日晚听到了爆炸声。", "malala-yousafzai"), "");
  EXPECT_EQ(type_of("zh", "马拉拉在演讲中呼吁让女孩上学。", "malala-yousafzai"), "PERSON");
  EXPECT_EQ(type_of("ar", "وقال إلبان إن الحريق نجم عن ماس كهربائي.", "albania"), "");
}

TEST(PlaceContext, ATownOfTheNameInAnotherLand) {
  EXPECT_EQ(type_of("en", "An explosion in Valencia, Venezuela, killed two people.", "valencia"),
            "");
  EXPECT_EQ(type_of("en", "An explosion in Valencia, Spain, killed two people.", "valencia"),
            "CITY");
  EXPECT_EQ(type_of("en", "A fire in Paris (Texas) killed two people.", "paris"), "");
  EXPECT_EQ(type_of("fr", "Le maire est rentré à Tripoli, au Liban, vendredi.", "tripoli"), "");
  EXPECT_EQ(type_of("ru", "В Париже (штат Техас) нет света.", "paris"), "");
  EXPECT_EQ(type_of("en", "They met in Cairo, Israel, Qatar and Oman.", "cairo"), "CITY");
  // Both claim it.
  EXPECT_EQ(type_of("en", "A man from Sevastopol, Russia, was held.", "sevastopol"), "CITY");
}

TEST(PlaceContext, OfTwoTownsOfANameTheOneOfTheLandBeside) {
  const std::string text = "米莱在阿根廷科尔多瓦揭幕。西班牙科尔多瓦失火。";
  EXPECT_EQ(type_of("zh", text, "cordoba-argentina"), "CITY");
}

TEST(PlaceContext, TheStateAmongStatesIsNoLand) {
  const std::string text = "Voters in Georgia, Arizona and Nevada went to the polls in Georgia.";
  EXPECT_EQ(type_of("en", text, "georgia"), "");
  EXPECT_EQ(type_of("en", "Police in Georgia, whose capital is Tbilisi, held ten.", "georgia-us"),
            "");
}

TEST(PlaceContext, StatesAndProvinces) {
  EXPECT_EQ(type_of("id", "Gempa mengguncang Jawa Barat pada hari Jumat.", "west-java"), "REGION");
  EXPECT_EQ(type_of("id", "Gempa mengguncang Jawa Barat pada hari Jumat.", "java"), "");
  EXPECT_EQ(type_of("ja", "岩手県で地震があった。", "iwate-prefecture"), "REGION");
  EXPECT_EQ(type_of("de", "In Niedersachsen wird am Sonntag gewählt.", "lower-saxony"), "REGION");
  EXPECT_EQ(type_of("hi", "तेलंगाना में बारिश हुई।", "telangana"), "REGION");
}

}  // namespace
}  // namespace synoptic::annotate
