// Lists that no sign marks: where they end, and what stands above them.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

struct ListPage {
  std::string headline, paragraph, subhead, lead_in;
  std::vector<std::string> items;
  std::string behind, last;
};

const ListPage kListPages[]{
    {"Inspectors return after nine years of silence at the border",
     "The sides met on Wednesday for the first time in nine years, the agency said.",
     "What was discussed",
     "The sides discussed:",
     {"Return of inspectors", "Uranium stockpile", "Timing of the next report"},
     "The minister added that the capital had not rejected the proposal.",
     "The next meeting is planned for the spring, and both sides said they would come."},
    {"Inspekteure kehren nach neun Jahren an die Grenze zurück",
     "Die Seiten trafen sich am Mittwoch zum ersten Mal seit neun Jahren, hieß es.",
     "Was vereinbart wurde",
     "Die Eckpunkte:",
     {"Verzicht auf Boni", "Kürzung der Ausbildungsplätze", "Verlagerung nach Süden"},
     "Der Kanzler begrüßte die Einigung noch am selben Abend.",
     "Das nächste Treffen ist für das Frühjahr geplant, beide Seiten wollen kommen."},
    {"Инспекторы вернулись на границу спустя девять лет",
     "Стороны встретились в среду впервые за девять лет, сообщило агентство.",
     "О чем говорили",
     "Стороны обсудили:",
     {"Возвращение инспекторов", "Запасы урана", "Сроки следующего доклада"},
     "Министр добавил, что столица не отвергла предложение соседей.",
     "Следующая встреча намечена на весну, обе стороны обещали приехать."},
    {"عودة المفتشين إلى الحدود بعد تسع سنوات من الصمت",
     "التقى الطرفان يوم الأربعاء للمرة الأولى منذ تسع سنوات كما أعلنت الوكالة.",
     "محاور اللقاء",
     "بحث الطرفان:",
     {"عودة المفتشين", "مخزون اليورانيوم", "توقيت التقرير المقبل"},
     "وأضاف الوزير أن العاصمة لم ترفض اقتراح الدول المجاورة.",
     "ومن المقرر عقد اللقاء المقبل في الربيع بحضور الطرفين."},
    {"检查人员九年后重返边境，双方首次会面",
     "双方星期三举行九年来的首次会面，该机构在一份声明中表示。",
     "会谈内容",
     "双方讨论了：",
     {"检查人员返回", "铀库存", "下一份报告的时间"},
     "部长补充说，首都没有拒绝邻国提出的这项建议。",
     "下一次会面定于春季举行，双方均表示届时将会出席。"},
    {"निरीक्षक नौ साल बाद सीमा पर लौटे, दोनों पक्ष मिले",
     "दोनों पक्ष नौ साल में पहली बार बुधवार को मिले, एजेंसी ने एक बयान में कहा।",
     "किस पर हुई बात",
     "दोनों पक्षों ने चर्चा की:",
     {"निरीक्षकों की वापसी", "यूरेनियम भंडार", "अगली रिपोर्ट का समय"},
     "मंत्री ने कहा कि राजधानी ने पड़ोसियों का प्रस्ताव नहीं ठुकराया है।",
     "अगली बैठक वसंत में होगी और दोनों पक्षों ने आने की बात कही है।"},
    {"사찰단 9년 만에 국경으로 복귀, 양측 첫 만남",
     "양측은 수요일 9년 만에 처음으로 만났다고 기구가 성명에서 밝혔다.",
     "논의된 내용",
     "양측은 다음을 논의했다:",
     {"사찰단 복귀", "우라늄 비축량", "다음 보고서 시기"},
     "장관은 수도가 이웃 나라들의 제안을 거부하지 않았다고 덧붙였다.",
     "다음 만남은 봄에 열릴 예정이며 양측 모두 참석하겠다고 말했다."},
};

std::string text_of(const ListPage& page, const std::string& stop) {
  std::string text =
      page.headline + "\n\n" + page.paragraph + "\n" + page.subhead + "\n" + page.lead_in + "\n";
  for (const std::string& item : page.items) text += item + stop + "\n";
  return text + page.behind + "\n" + page.last + "\n";
}

TEST(UnmarkedLists, EndWhereSentencesBegin) {
  for (const ListPage& page : kListPages) {
    const auto articles = clean_text(text_of(page, ""));
    ASSERT_EQ(articles.size(), 1u) << page.headline;
    EXPECT_EQ(kinds(articles[0]), "phpiiipP") << page.headline;
  }
}

TEST(UnmarkedLists, ASubheadStandsAboveTheLineThatLeadsIn) {
  for (const ListPage& page : kListPages) {
    const auto articles = clean_text(text_of(page, ""));
    ASSERT_EQ(articles.size(), 1u) << page.headline;
    ASSERT_GT(articles[0].blocks.size(), 1u) << page.headline;
    EXPECT_EQ(articles[0].blocks[1].kind, model::BlockKind::kHeading) << page.subhead;
    EXPECT_EQ(articles[0].blocks[1].text, page.subhead);
  }
}

TEST(UnmarkedLists, TheLastItemMayHaveAStop) {
  const std::string head =
      "Inspectors return after nine years of silence\n\n"
      "The sides met on Wednesday for the first time in nine years, the agency said.\n"
      "The sides discussed:\n";
  const std::string behind =
      "\n\nThe next meeting is planned for the spring, and both sides said they would come.\n";
  for (const std::string items : {
           "Return of inspectors\nTiming of the next report\nUranium stockpile.",
           "return of inspectors;\nuranium stockpile;\nthe timing of the next report they write.",
           "return of inspectors,\nuranium stockpile, and\nthe timing of the next report.",
           "Return of inspectors.\nUranium stockpile.\nThe timing of the next of the reports.",
       }) {
    const auto articles = clean_text(head + items + behind);
    ASSERT_EQ(articles.size(), 1u) << items;
    EXPECT_EQ(kinds(articles[0]), "ppiiiP") << items;
  }
}

TEST(UnmarkedLists, ASignBehindAnItemSaysThatTheNextIsOne) {
  const auto articles = clean_text(
      "检查人员九年后重返边境，双方首次会面\n\n"
      "双方星期三举行九年来的首次会面，该机构在一份声明中表示。\n"
      "此次政策主要包括：\n一是数量型政策；\n二是价格型政策；\n三是结构型政策。\n"
      "下一次会面定于春季举行，双方均表示届时将会出席，并就其余问题继续磋商。\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "ppiiiP");
}

}  // namespace
}  // namespace synoptic::clean
