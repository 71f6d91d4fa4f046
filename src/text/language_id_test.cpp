#include "text/language_id.h"

#include <gtest/gtest.h>

#include "base/data.h"

namespace synoptic::text {
namespace {

const LanguageId& model() {
  static const LanguageId made = [] {
    auto read = LanguageId::embedded();
    if (!read) throw std::runtime_error(read.error().message());
    return std::move(*read);
  }();
  return made;
}

std::string tell(std::string_view text) {
  const LanguageGuess guess = model().identify(text);
  return std::string(guess.language) + " " + std::string(guess.script);
}

TEST(LanguageId, TellsLanguagesOfOneScriptApart) {
  EXPECT_EQ(tell("The minister opened the new bridge on Monday."), "en Latn");
  EXPECT_EQ(tell("El ministro inauguró el lunes el nuevo puente."), "es Latn");
  EXPECT_EQ(tell("O ministro inaugurou na segunda-feira a nova ponte."), "pt Latn");
  EXPECT_EQ(tell("Menteri meresmikan jembatan baru pada hari Senin."), "id Latn");
  EXPECT_EQ(tell("Министр открыл новый мост в понедельник."), "ru Cyrl");
  EXPECT_EQ(tell("Міністр відкрив новий міст у понеділок."), "uk Cyrl");
  EXPECT_EQ(tell("افتتح الوزير الجسر الجديد يوم الاثنين."), "ar Arab");
  EXPECT_EQ(tell("وزیر روز دوشنبه پل جدید را افتتاح کرد."), "fa Arab");
  EXPECT_EQ(tell("大臣は月曜日に新しい橋を開通させた。"), "ja Jpan");
}

TEST(LanguageId, TellsTheTwoChineseScriptsApart) {
  EXPECT_EQ(tell("部长星期一为新大桥剪彩，数百人到场。"), "zh Hans");
  EXPECT_EQ(tell("部長星期一為新大橋剪綵，數百人到場。"), "zh Hant");
}

TEST(LanguageId, IsNotMisledByForeignNamesAndAddresses) {
  EXPECT_EQ(
      tell("公司 OpenAI 和 Microsoft 表示将继续合作，见 https://www.example.com/news/long-path"),
      "zh Hans");
  EXPECT_EQ(tell("أعلنت شركة Baidu عن خدمة جديدة"), "ar Arab");
}

TEST(LanguageId, KnowsWhenThereIsNothingToJudge) {
  EXPECT_EQ(tell("12 345 — 6.7 %"), "und Zyyy");
  EXPECT_EQ(tell(""), "und Zyyy");
}

TEST(LanguageId, RefusesBrokenModels) {
  EXPECT_FALSE(LanguageId::from_bytes("no"));
  const auto whole = embedded_data("models/language_id.bin");
  EXPECT_FALSE(LanguageId::from_bytes(whole.substr(0, whole.size() - 1)));
  EXPECT_FALSE(LanguageId::from_bytes(whole.substr(0, 1000)));
}

}  // namespace
}  // namespace synoptic::text
