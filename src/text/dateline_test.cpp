#include "text/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace synoptic::text {
namespace {

std::string behind(const std::string& text) { return text.substr(dateline_end(text)); }

TEST(Dateline, EndsBehindItsSign) {
  EXPECT_EQ(behind("LYON (Coast News) - The bridge fell."), "The bridge fell.");
  EXPECT_EQ(behind("MANILA, March 3 — A storm came."), "A storm came.");
  EXPECT_EQ(behind("Lyon, le 3 mars – Un pont est tombé."), "Un pont est tombé.");
  EXPECT_EQ(behind("КИЕВ, 3 марта — Мост рухнул."), "Мост рухнул.");
  EXPECT_EQ(behind("القاهرة (وكالة) - سقط الجسر."), "سقط الجسر.");
  EXPECT_EQ(behind("某某社北京3月3日电（记者甲）大桥倒塌。"), "大桥倒塌。");
  EXPECT_EQ(behind("某某商报讯 大桥倒塌。"), "大桥倒塌。");
  EXPECT_EQ(behind("本报讯（记者甲）大桥倒塌。"), "大桥倒塌。");
  EXPECT_EQ(behind("（某某社倫敦3日綜合外電報導）大橋倒塌。"), "大橋倒塌。");
  EXPECT_EQ(behind("【ロンドン=山田太郎】橋が落ちた。"), "橋が落ちた。");
  EXPECT_EQ(behind("(서울=어느뉴스) 김지훈 기자 = 다리가 무너졌다."), "다리가 무너졌다.");
}

TEST(Dateline, AStopAndADashOrACornerAreSigns) {
  EXPECT_EQ(behind("MANILA.- Cayó el puente."), "Cayó el puente.");
  EXPECT_EQ(behind("São Luís.- Caiu a ponte."), "Caiu a ponte.");
  EXPECT_EQ(behind("Lugo, 3 mar (ABC).- Cayó el puente."), "Cayó el puente.");
  EXPECT_EQ(behind("【サンパウロ】橋が落ちた。"), "橋が落ちた。");
  EXPECT_EQ(behind("【台北】大橋倒塌。"), "大橋倒塌。");
  EXPECT_EQ(dateline_end("【橋が落ちた。】けが人はない。"), 0u);
  EXPECT_EQ(dateline_end("Cayó el puente viejo de Lugo.- Otro no."), 0u);
}

TEST(Dateline, ASignStandsBehindATown) {
  EXPECT_EQ(sign_behind_town(" - سقط الجسر."), 3u);
  EXPECT_EQ(sign_behind_town("। पुल गिर गया।"), 4u);
  EXPECT_EQ(sign_behind_town(". Eine Brücke fiel."), 2u);
  EXPECT_EQ(sign_behind_town(" said no. - "), 0u);
  EXPECT_EQ(sign_behind_town(" - the host - won."), 0u);
  EXPECT_EQ(sign_behind_town(" - البلد المضيف - فازت."), 0u);
}

TEST(Dateline, IsNoPartOfAnOrdinarySentence) {
  for (const std::string text :
       {"The minister - a friend of mine - said no.", "Khan, the minister — who knew — said no.",
        "The old bank (OB) - the first - fell.", "In 2026 - the year of the vote - prices rose.",
        "He won 3-1.", "رئال ۳ - سیتی ۱", "BBC said so.", "", "大桥3月3日倒塌。",
        "据商报讯息，大桥倒塌。", "(서울) 다리가 무너졌다.", "（3日大橋關閉）大橋倒塌。"}) {
    EXPECT_EQ(dateline_end(text), 0u) << text;
  }
}

TEST(Dateline, WhatSomebodySaysIsNone) {
  for (const std::string text :
       {"«Мы сохраним все заводы в 2026 году», — отметил министр.",
        "«Ми збережемо всі заводи у 2026 році», — сказав міністр.",
        "„Wir bleiben bis 2030, sicher“ – das sagte der Rat.",
        "“We stay, until 2030” - the council said so.", "Мы останемся до 2030 года, — сказал он.",
        "Ah, IPv6 — the neglected one.", "Nous resterons, dit-il, 12 ans – ou plus.",
        "On March 3, the ministry - which had been warned - closed 12 schools.",
        "Am 3. März, dem Tag der Wahl – so der Rat – fiel die Brücke.",
        "В 2026 году, по словам мэра — это рекорд.", "「2026年まで、続ける」 - 市長が述べた。"}) {
    EXPECT_EQ(dateline_end(text), 0u) << text;
  }
}

TEST(Dateline, HasAPlaceAndADayInEachScript) {
  EXPECT_EQ(behind("Rio de Janeiro, 3 de março, Lusa – A ponte caiu."), "A ponte caiu.");
  EXPECT_EQ(behind("Нью-Йорк, 3 марта — Мост рухнул."), "Мост рухнул.");
  EXPECT_EQ(behind("9 June, London - The bridge fell."), "The bridge fell.");
  EXPECT_EQ(behind("बरेली, 3 मार्च - पुल गिरा।"), "पुल गिरा।");
  EXPECT_EQ(behind("دبي، 3 مارس - سقط الجسر."), "سقط الجسر.");
}

TEST(Dateline, IsASentenceOfItsOwn) {
  const std::string text = "LYON (Coast News) - The bridge fell. Nobody was hurt.";
  std::vector<Range> sentences{{0, 36}, {37, 53}};
  part_dateline(text, sentences);
  ASSERT_EQ(sentences.size(), 3u);
  EXPECT_EQ(sentences[0].of(text), "LYON (Coast News) -");
  EXPECT_EQ(sentences[1].of(text), "The bridge fell.");
}

}  // namespace
}  // namespace synoptic::text
