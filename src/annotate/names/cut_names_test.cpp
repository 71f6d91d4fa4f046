// Where a name ends, and who speaks: no half of a sentence, no dateline's agency.
#include <gtest/gtest.h>

#include <algorithm>

#include "annotate/testing_read.h"

namespace synoptic::annotate {
namespace {

using testing::read_text;

bool is_named(const std::string& lang, const std::string& text, std::string_view name) {
  const auto found = read_text(lang, text);
  return std::ranges::any_of(found.mentions, [&](const auto& mention) {
    return mention.name == name || mention.text == name;
  });
}

std::string speaker(const std::string& lang, const std::string& text) {
  std::string out;
  for (const auto& quote : read_text(lang, text).quotes) {
    out += (out.empty() ? "" : "; ") + (quote.speaker ? quote.speaker->name : "-");
  }
  return out;
}

TEST(CutNames, ASurnameThatIsAnOfficeElsewhere) {
  EXPECT_TRUE(is_named("es", "Su abogado, Bastien Rey, dijo que no recurrirá la sentencia.",
                       "Bastien Rey"));
  EXPECT_EQ(speaker("es", "Su abogado, Bastien Rey, dijo que no recurrirá la sentencia."),
            "Bastien Rey");
}

TEST(CutNames, TheOfficeIsNobodyOfThatSurname) {
  const std::string text =
      "El alcalde, Bastien Reyes, dio las gracias. Los Reyes Felipe VI y Letizia reaccionaron.";
  size_t named = 0;
  for (const auto& mention : read_text("es", text).mentions)
    named += mention.name == "Bastien Reyes";
  EXPECT_EQ(named, 1u);
}

TEST(CutNames, NoNameEndsWithASmallWord) {
  const std::string text =
      "وقالت المحكمة إن الوزير السابق تلقى 1.8 مليون يورو. وأضافت المحكمة أن المبلغ كبير.";
  EXPECT_FALSE(is_named("ar", text, "المحكمة إن"));
}

TEST(CutNames, AVerbBehindAndTellsThatItIsALetterOfTheName) {
  EXPECT_FALSE(is_named("zh", "协议由日本农林水产大臣铃木宪和签署。", "铃木宪"));
}

TEST(CutNames, WhatEndsWithAVerbSpeaksNot) {
  const std::string text = "新厂房年产能为25万辆，预计2028年投产，将创造4000个就业岗位。";
  EXPECT_EQ(speaker("zh", text).find("年产能为"), std::string::npos) << speaker("zh", text);
}

TEST(CutNames, APapersSignIsNoPartOfTheSpeaker) {
  const std::string text = "某某商报讯 韩国现代汽车26日宣布，将投资3200亿卢比建设工厂。";
  EXPECT_EQ(speaker("zh", text).find("商报"), std::string::npos) << speaker("zh", text);
}

TEST(CutNames, AGovernorIsNoPreposition) {
  const std::string text =
      "وأعلن وزير الداخلية أن الفرق تواصل البحث. وقال والي ملاطية هاكان يلدريم إن المدارس ستبقى "
      "مغلقة لمدة أسبوع.";
  // What he says is not the minister's, of whom the sentence before tells.
  const std::string found = speaker("ar", text);
  EXPECT_EQ(found.find("وزير الداخلية"), found.rfind("وزير الداخلية")) << found;
}

// A role of one sign begins no name, and no person is called "in".
TEST(CutNames, PeopleOfScriptsWithoutCapitals) {
  const auto person = [](const std::string& lang, const std::string& text) {
    for (const auto& mention : read_text(lang, text).mentions) {
      if (mention.type == model::EntityType::kPerson) return mention.text;
    }
    return std::string();
  };
  EXPECT_EQ(person("ja", "市長の相田由紀子氏は月曜日、橋の閉鎖が続くと述べた。"), "相田由紀子");
  EXPECT_EQ(person("ja", "相川健二社長は月曜日に辞任した。"), "相川健二");
  EXPECT_EQ(person("fa", "صادق در سخنانی گفت: «این کار بسیار مهم است و ادامه دارد.»"), "صادق");
}

}  // namespace
}  // namespace synoptic::annotate
