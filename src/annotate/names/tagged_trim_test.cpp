// Names of unknowns: what is no part of them, and the case that they are told in.
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

std::vector<model::Mention> mentions(const std::string& lang, const std::string& text) {
  return read_text(lang, text).mentions;
}

// The name that the mention of so many words has; "" where there is none.
std::string name_of(const std::string& lang, const std::string& text, std::string_view written) {
  for (const auto& mention : mentions(lang, text)) {
    if (mention.text == written) return mention.name;
  }
  return "";
}

TEST(TaggedTrim, AParticleIsNoPartOfAName) {
  EXPECT_EQ(name_of("ko", "결승전은 울산 HD가 이겼고 국립경기장에서 열렸다.", "울산 HD"),
            "울산 HD");
  EXPECT_EQ(name_of("ko", "울산은 에릭 파리아스의 골로 이겼다.", "에릭 파리아스"), "에릭 파리아스");
  const auto found = mentions("ko", "부산지방법원은 판결했고 루스탐 하미도프가 말했다.");
  EXPECT_FALSE(found.empty());
  for (const auto& mention : found) {
    EXPECT_FALSE(mention.text.ends_with("은") || mention.text.ends_with("가")) << mention.text;
  }
}

TEST(TaggedTrim, WhoIsCountedInFrontOfANameIsNoPartOfIt) {
  EXPECT_EQ(name_of("fr", "Quelque 1 300 ouvriers de Nordex Motors sont en grève depuis lundi.",
                    "Nordex Motors"),
            "Nordex Motors");
  EXPECT_EQ(name_of("fr", "Mardi, 1 300 salariés d'Alpha Verres ont cessé le travail à Lille.",
                    "Alpha Verres"),
            "Alpha Verres");
  EXPECT_EQ(
      name_of("en", "20th Century Fox said on Monday that the film was late.", "20th Century Fox"),
      "20th Century Fox");
}

TEST(TaggedTrim, TheWinnerAndTheBeatenOneAreTwoNames) {
  const std::string text =
      "تغلب الهلال على كاوا ماندو الياباني بهدفين لهدف في المباراة النهائية يوم الجمعة.";
  EXPECT_EQ(name_of("ar", text, "كاوا ماندو الياباني"), "كاوا ماندو الياباني");
}

TEST(TaggedTrim, NumbersAreNoName) {
  const auto found = mentions("ko", "서울은 2012년과 2020년에 이어 10월 15일 전에 우승을 노렸다.");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].text, "서울");
}

TEST(TaggedTrim, TheCountryOfTheRoleIsNoGivenName) {
  const std::string text = "Бывший министр транспорта Перу Родольфо Киспе получил девять лет.";
  EXPECT_EQ(name_of("ru", text, "Родольфо Киспе"), "Родольфо Киспе");
}

TEST(TaggedTrim, ATownInACountry) {
  const std::string text = "A bus fell into a ravine near the town of Taft in Iran, police said.";
  EXPECT_EQ(name_of("en", text, "Taft"), "Taft");
  EXPECT_EQ(name_of("en", text, "Iran"), "Iran");
}

// The id of the mention of these words; "" where there is none.
std::string id_of(const std::string& lang, const std::string& text, std::string_view written) {
  for (const auto& mention : mentions(lang, text)) {
    if (mention.text == written) return mention.entity;
  }
  return "";
}

TEST(TaggedTrim, ABuildingKeepsItsIdWhereItActs) {
  EXPECT_EQ(id_of("ar", "يستعد الرئيس للعودة إلى البيت الأبيض قريبا.", "البيت الأبيض"),
            "white-house");
  EXPECT_EQ(id_of("ar", "نفى البيت الأبيض هذه الأنباء.", "البيت الأبيض"), "white-house");
  EXPECT_EQ(id_of("en", "The White House said on Monday that talks would begin.", "White House"),
            "white-house");
  EXPECT_EQ(id_of("de", "Das Weiße Haus wies die Vorwürfe am Montag zurück.", "Weiße Haus"),
            "white-house");
  EXPECT_EQ(id_of("es", "La Casa Blanca anunció el lunes nuevas medidas.", "Casa Blanca"),
            "white-house");
}

TEST(TaggedTrim, TheLongerNameBehindTheShorterPrefix) {
  const std::string text = "ناقشت أنقرة وبكين أمس ملف التجارة.";
  EXPECT_EQ(id_of("ar", text, "بكين"), "beijing");
  EXPECT_EQ(id_of("ar", text, "أنقرة"), "ankara");
}

TEST(NameCases, TheArticleTellsTheNominative) {
  const std::string text = "Дело передали Марату Елибаеву. Марат Елибаев сообщил о решении.";
  EXPECT_EQ(name_of("ru", text, "Марату Елибаеву"), "Марат Елибаев");
  EXPECT_EQ(name_of("ru", text, "Марат Елибаев"), "Марат Елибаев");
}

TEST(TaggedTrim, ADayBehindACommaIsNoPartOfAName) {
  const std::string text = "\"Kami beruntung,\" kata Agus Salim, Kamis pagi.";
  EXPECT_EQ(name_of("id", text, "Agus Salim"), "Agus Salim");
  EXPECT_EQ(name_of("id", text, "Agus Salim, Kamis"), "");
}

TEST(TaggedTrim, TheLastLetterOfANameIsNoPartOfTheDate) {
  const std::string text = "抗灾署署长苏哈延多10日说，滑坡共摧毁64栋房屋。";
  EXPECT_EQ(name_of("zh", text, "苏哈延多"), "苏哈延多");
}

}  // namespace
}  // namespace synoptic::annotate
