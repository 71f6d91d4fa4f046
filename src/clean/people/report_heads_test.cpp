// Who wrote it, and which agency it is from, where no label of a page tells.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::vector<std::string> authors_of(const std::string& text) {
  std::vector<std::string> names;
  for (const auto& article : clean_text(text)) {
    for (const auto& author : article.authors) names.push_back(author.name);
  }
  return names;
}

std::vector<std::string> origins_of(const std::string& text) {
  std::vector<std::string> names;
  for (const auto& article : clean_text(text)) {
    for (const auto& origin : article.origins) names.push_back(origin.name);
  }
  return names;
}

using Names = std::vector<std::string>;

const std::string kEnglish =
    "The bridge over the river Lorne was closed on Tuesday, after engineers had found cracks in "
    "two "
    "of its pillars.\nRepairs will take until autumn, the mayor of Norrvik said on Wednesday "
    "morning in the town hall.\n";
const std::string kChinese =
    "洛恩河大桥星期二关闭，工程师在两根桥墩上发现了裂缝，维修将持续到秋天，市长说。\n";

TEST(ReportHeads, AWriterBehindAPlaceInFrontOfTheText) {
  const std::string text =
      "ローヌ川の橋は火曜日、橋脚にひびが見つかり閉鎖された。修理は秋まで続くと市長は述べた。\n";
  EXPECT_EQ(authors_of("ローヌ川の橋、修理のため閉鎖\n\n【大阪＝山本直樹】" + text),
            Names{"山本直樹"});
  EXPECT_EQ(authors_of("ローヌ川の橋、修理のため閉鎖\n\n【大阪共同】" + text), Names{});
}

TEST(ReportHeads, ReportersInTheBracketsOfAHead) {
  const std::string title = "洛恩河大桥因维修关闭\n";
  EXPECT_EQ(authors_of(title + "新华社北京4月16日电（记者张建、周长庆）" + kChinese),
            (Names{"张建", "周长庆"}));
  EXPECT_EQ(authors_of(title + "（中央社記者蕭博陽南投縣26日電）" + kChinese), (Names{"蕭博陽"}));
  EXPECT_EQ(authors_of(title + "中新网台北4月8日电 (记者 朱贺 通讯员 李静)" + kChinese),
            (Names{"朱贺", "李静"}));
  EXPECT_EQ(
      authors_of("로른강 다리 보수 공사로 폐쇄\n[서울=뉴시스] 김철수 이영희 기자 = 로른강 다리가 "
                 "화요일 폐쇄됐으며 보수 공사는 가을까지 계속될 것이라고 시장이 밝혔다.\n"),
      (Names{"김철수", "이영희"}));
}

TEST(ReportHeads, NamesInALine) {
  EXPECT_EQ(authors_of("Bridge closed for repairs\nBy\nAda Quill\n" + kEnglish),
            (Names{"Ada Quill"}));
  EXPECT_EQ(
      authors_of("洛恩河大桥因维修关闭\n2026-04-16 15:32:08 来源：新华社 作者：任珂 张毅荣\n" +
                 kChinese),
      (Names{"任珂", "张毅荣"}));
  EXPECT_EQ(
      authors_of("橋が補修のため通行止めに\n橋は火曜日に通行止めとなり、補修は秋まで続くと市長が"
                 "水曜日に述べた。\n【東京＝山田太郎、北京＝佐藤花子】\n"),
      (Names{"山田太郎", "佐藤花子"}));
  EXPECT_EQ(
      authors_of("إغلاق الجسر للصيانة\nعمّان - وكالات - كتب: سامر الحوراني\nأغلق الجسر يوم "
                 "الثلاثاء بعد أن وجد المهندسون شقوقا في اثنين من أعمدته حسب رئيس البلدية.\n"),
      (Names{"سامر الحوراني"}));
  EXPECT_EQ(
      authors_of("إغلاق الجسر للصيانة\nكتب - محمود عبد السلام\nأغلق الجسر يوم الثلاثاء بعد أن وجد "
                 "المهندسون شقوقا في اثنين من أعمدته حسب رئيس البلدية.\n"),
      (Names{"محمود عبد السلام"}));
}

TEST(ReportHeads, AgenciesOnALine) {
  EXPECT_EQ(origins_of("Bridge closed for repairs\n" + kEnglish + "(AFP)\n"),
            (Names{"Agence France-Presse"}));
  EXPECT_EQ(origins_of("Le pont est fermé pour réparations\nLe Monde avec AFP\n" + kEnglish),
            (Names{"Agence France-Presse"}));
  EXPECT_EQ(
      origins_of("Мост закрыт на ремонт\nМОСКВА, 3 мар - РИА Новости. Мост через реку Лорн закрыли "
                 "во вторник, ремонт продлится до осени, сообщил мэр города.\n"),
      (Names{"RIA Novosti"}));
  EXPECT_TRUE(origins_of("AFP\nBridge closed for repairs\n" + kEnglish).empty())
      << "above the headline it is the outlet";
}

TEST(ReportHeads, DaysBesideOtherCalendarsAndGluedClocks) {
  const auto day = [](const std::string& line, const std::string& text) {
    const auto articles = clean_text(line + text);
    return articles.empty() || !articles[0].published ? ""
                                                      : model::iso(articles[0].published->value);
  };
  EXPECT_EQ(day("إغلاق الجسر للصيانة\nالثلاثاء 12 شعبان 1446هـ - 11 فبراير 2025م - 19:45\n",
                "أغلق الجسر يوم الثلاثاء بعد أن وجد المهندسون شقوقا في اثنين من أعمدته حسب رئيس "
                "البلدية في المدينة.\n"),
            "2025-02-11T19:45");
  EXPECT_EQ(day("Bridge closed for repairs\nJanuary 14, 20254:32 PM ET\n", kEnglish),
            "2025-01-14T16:32");
  EXPECT_EQ(
      day("El puente cierra por obras\n",
          "Bogotá 17 ene 2025 (EFE).- El puente sobre el río Lorne cerró este viernes, informó "
          "el alcalde de la ciudad a los periodistas.\n"),
      "2025-01-17");
  EXPECT_EQ(day("پل برای تعمیر بسته شد\n۱۳ اسفند ۱۴۰۳، ۱۴:۳۲\n",
                "پل روی رودخانه روز سه‌شنبه بسته شد و تعمیر آن تا پاییز ادامه "
                "دارد، "
                "شهردار "
                "شهر "
                "گفت.\n"),
            "2025-03-03T14:32");
  const auto changed = clean_text(
      "橋が補修のため通行止めに\n2025年3月3日 14時32分 (3月4日 10時05分更新)\n"
      "橋は火曜日に通行止めとなり、補修は秋まで続くと市長が水曜日に述べた。\n");
  ASSERT_EQ(changed.size(), 1u);
  ASSERT_TRUE(changed[0].modified);
  EXPECT_EQ(model::iso(changed[0].modified->value), "2025-03-04T10:05");
}

}  // namespace
}  // namespace synoptic::clean
