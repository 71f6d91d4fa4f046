// Who did it is no victim; what is shot down is no dead; who rescues is not rescued.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "annotate/quantities/testing_quantities.h"

namespace synoptic::annotate {
namespace {

bool counts_as(std::string_view text, std::string_view lang, std::string_view what) {
  return ("; " + classes_of(text, lang) + ";").find(fmt::format("; {};", what)) !=
         std::string::npos;
}

TEST(QuantityDoers, DoersAreNoVictims) {
  struct Row {
    const char *text, *lang, *doers, *victims;
  };
  for (const Row& row : {
           Row{"Two gunmen killed 12 people in the market.", "en", "2 killed", "12 killed"},
           Row{"Four attackers injured 15 soldiers.", "en", "4 injured", "15 injured"},
           Row{"Two quakes killed at least 53,000 people.", "en", "2 killed", "53000 killed"},
           Row{"Three men killed dozens of villagers.", "en", "3 killed", "12 killed"},
           Row{"Zwei Bomben töteten am Montag 12 Menschen.", "de", "2 killed", "12 killed"},
           Row{"Drei Angreifer verletzten 15 Soldaten.", "de", "3 injured", "15 injured"},
           Row{"Tres atacantes hirieron a 15 soldados.", "es", "3 injured", "15 injured"},
           Row{"Deux hommes ont tué 12 personnes.", "fr", "2 killed", "12 killed"},
           Row{"Três homens mataram 12 pessoas.", "pt", "3 killed", "12 killed"},
           Row{"Трое нападавших убили 15 солдат.", "ru", "3 killed", "15 killed"},
           Row{"Два чоловіки вбили 15 людей.", "uk", "2 killed", "15 killed"},
           Row{"Dua gempa menewaskan 530 orang.", "id", "2 killed", "530 killed"},
           Row{"2名男子打死12人。", "zh", "2 killed", "12 killed"},
           Row{"İki kişi 12 kişiyi öldürdü.", "tr", "2 killed", "12 killed"},
       }) {
    EXPECT_FALSE(counts_as(row.text, row.lang, row.doers)) << classes_of(row.text, row.lang);
    EXPECT_TRUE(counts_as(row.text, row.lang, row.victims)) << classes_of(row.text, row.lang);
  }
}

TEST(QuantityDoers, VictimsInFrontOfTheWordStayVictims) {
  struct Row {
    const char *text, *lang, *victims;
  };
  for (const Row& row : {
           Row{"Two people were killed in the market.", "en", "2 killed"},
           Row{"5 killed 20 injured in bus accident", "en", "5 killed"},
           Row{"Two people died and 12 were injured.", "en", "2 killed"},
           Row{"Nine people killed 12 days after the storm.", "en", "9 killed"},
           Row{"Zwei Menschen wurden getötet, 12 verletzt.", "de", "2 killed"},
           Row{"Zwei Menschen starben.", "de", "2 killed"},
           Row{"Von den 116 Verletzten waren 80 noch in Kliniken.", "de", "116 injured"},
           Row{"Deux personnes ont été tuées et 12 blessées.", "fr", "2 killed"},
           Row{"Dos personas murieron.", "es", "2 killed"},
           Row{"Два человека погибли.", "ru", "2 killed"},
           Row{"2人被打死，12人受伤。", "zh", "2 killed"},
       }) {
    EXPECT_TRUE(counts_as(row.text, row.lang, row.victims)) << classes_of(row.text, row.lang);
  }
}

TEST(QuantityDoers, WhatIsShotDownIsNoDead) {
  for (const auto& [text, lang, none] : {
           std::tuple{"L'armée a vu 31 drones ; 24 ont été abattus.", "fr", "24 killed"},
           std::tuple{"24 missiles ont été abattus dans la nuit.", "fr", "24 killed"},
           std::tuple{"Lanzaron 31 misiles; 24 fueron abatidos.", "es", "24 killed"},
           std::tuple{"Запустили 31 ракету. 24 были уничтожены.", "ru", "24 killed"},
           std::tuple{"Запустили 31 ракету. 24 було знищено.", "uk", "24 killed"},
       }) {
    EXPECT_FALSE(counts_as(text, lang, none)) << classes_of(text, lang);
  }
  EXPECT_TRUE(counts_as("Trois hommes ont été abattus par la police.", "fr", "3 killed"));
}

TEST(QuantityDoers, RescuersAreNotRescued) {
  for (const auto& [text, lang, none] : {
           std::tuple{"أرسلت الهيئة نحو 1200 من عناصر الإنقاذ إلى المنطقة.", "ar", "1200 rescued"},
           std::tuple{"عرضت إرسال فريق بحث وإنقاذ مؤلف من 80 فردا.", "ar", "80 rescued"},
           std::tuple{"Some 1,200 rescue workers were sent.", "en", "1200 rescued"},
           std::tuple{"Около 400 спасателей работают на месте.", "ru", "400 rescued"},
           std::tuple{"구조대원 120명이 투입됐다.", "ko", "120 rescued"},
           std::tuple{"구조 인력 120명이 투입됐다.", "ko", "120 rescued"},
           std::tuple{"救助隊員120人が派遣された。", "ja", "120 rescued"},
           std::tuple{"Enviaron 80 efectivos de rescate.", "es", "80 rescued"},
           std::tuple{"۱۲۰ نفر از نیروهای امداد و نجات اعزام شدند.", "fa", "120 rescued"},
           std::tuple{"Trois équipes et 60 hommes des secours sont sur place.", "fr", "60 rescued"},
       }) {
    EXPECT_FALSE(counts_as(text, lang, none)) << classes_of(text, lang);
  }
  EXPECT_TRUE(counts_as("12 people were rescued from the rubble.", "en", "12 rescued"));
  EXPECT_TRUE(
      counts_as("Se rescataron 12 personas y 12 personas fueron rescatadas.", "es", "12 rescued"));
}

}  // namespace
}  // namespace synoptic::annotate
