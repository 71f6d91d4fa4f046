#include "clean/page_words.h"

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

constexpr std::string_view kText =
    "The harbour council met on Monday and spoke for nine hours about the old pier in the bay.\n\n"
    "The members voted to close it next month, and the ferries will leave from the north bank.\n";
constexpr std::string_view kHeadline = "Council votes to close the old pier in the bay";

model::Article below_headline(const std::string& lines) {
  auto articles = clean_text(std::string(kHeadline) + "\n" + lines + "\n\n" + std::string(kText));
  return articles.size() == 1 ? std::move(articles[0]) : model::Article();
}

bool is_page_word(std::string_view text) {
  Piece piece;
  piece.text = text;
  return clean::is_page_word(test_knowledge(), measure(std::move(piece)));
}

TEST(PageWords, LabelsButtonsSectionsAndGreetings) {
  for (const std::string_view words :
       {"Save", "Good evening,", "News", "Latin America", "Economía", "کد خبر: 1404112233",
        "Haber kodu: 88123", "Redaktion", "Datum:", "Google News"}) {
    EXPECT_TRUE(is_page_word(words)) << words;
  }
  for (const std::string_view words : {"Reuters", "The Harbour Post", "Channel 24", "Nora Quayle",
                                       "新渡快报", "Le Monde", "Al Jazeera"}) {
    EXPECT_FALSE(is_page_word(words)) << words;
  }
}

TEST(PageWords, AreNeitherOutletNorAuthor) {
  for (const std::string lines :
       {"9 March 2025 07:55\nAbone Ol", "9 March 2025 07:55\nAbone Ol\nGoogle News",
        "9 March 2025\nListen to this article\n4 mins\ninfo\nShare\nSave"}) {
    const model::Article article = below_headline(lines);
    EXPECT_EQ(article.title, kHeadline);
    EXPECT_FALSE(article.publisher.has_value()) << lines;
    EXPECT_TRUE(article.authors.empty()) << lines;
    EXPECT_EQ(kinds(article), "pP") << lines;
  }
}

TEST(PageWords, SectionsAboveTheHeadlineAreNoOutlet) {
  const auto articles = clean_text("World\nLatin America\n\n" + std::string(kHeadline) +
                                   "\n\nBy Nora Quayle\n9 March 2025\n\n" + std::string(kText));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, kHeadline);
  EXPECT_FALSE(articles[0].publisher.has_value());
}

TEST(PageWords, APaperThatSaysWhatItIsIsTheOutletBelowASection) {
  const auto articles = clean_text(
      "أخبار البحر\nاقتصاد\n03 مارس ,2025 الاثنين : 07:55 ص GMT\n\nصحيفة الشراع - عدن\n\n"
      "مجلس الميناء يقرر إغلاق الرصيف القديم في الخليج الشهر المقبل\n\n"
      "قرر مجلس الميناء يوم الاثنين بعد جلسة دامت تسع ساعات إغلاق الرصيف القديم الشهر المقبل.\n\n"
      "وقال المجلس إن العبارات ستغادر من الضفة الشمالية حتى يتم بناء رصيف جديد.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "مجلس الميناء يقرر إغلاق الرصيف القديم في الخليج الشهر المقبل");
  ASSERT_TRUE(articles[0].publisher.has_value());
  EXPECT_EQ(articles[0].publisher->name, "صحيفة الشراع");
  ASSERT_TRUE(articles[0].published.has_value());
  EXPECT_EQ(articles[0].published->value.minute, 55);
}

TEST(PageWords, ALineOfButtonsBehindTheDayIsItsLine) {
  const auto articles = clean_text(
      "港口委员会决定关闭旧码头\n\n2025年03月09日 07:55 海湾新报 缩小字体 放大字体 收藏 微博 微信 "
      "分享\n\n"
      "港口委员会星期一开会九个小时，讨论海湾旧码头的未来，最后决定下个月关闭。\n\n"
      "渡轮今后将从北岸出发，直到新码头建成为止，委员会发言人对记者表示。\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].published.has_value());
  EXPECT_EQ(articles[0].published->value.minute, 55);
  EXPECT_EQ(kinds(articles[0]), "pP");
}

TEST(PageWords, TheSecondOfAListOfWritersIsNoOutlet) {
  const auto articles = clean_text(
      "港口委员会决定关闭旧码头\n2025-03-09 07:55  来源：新华社  作者：陈思远、林若水  字号：大 中 "
      "小\n"
      "港口委员会星期一开会九个小时，讨论海湾旧码头的未来，最后决定下个月关闭。\n"
      "渡轮今后将从北岸出发，直到新码头建成为止，委员会发言人对记者表示。\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_EQ(articles[0].authors.size(), 2u);
  EXPECT_EQ(articles[0].authors[1].name, "林若水");
  EXPECT_FALSE(articles[0].publisher.has_value());
}

TEST(PageWords, ADeskIsNobodyAndTheOutletStandsBehindIt) {
  const model::Article article = below_headline("Por Redação, Diário do Vale — Recife\n9/3/2025");
  ASSERT_TRUE(article.publisher.has_value());
  EXPECT_EQ(article.publisher->name, "Diário do Vale");
  EXPECT_TRUE(article.authors.empty());
}

TEST(PageWords, WhoseReportItIsStandsInTheDateline) {
  const auto articles = clean_text(
      "В Ярославле закрыли старый причал\n09.03.2025, 07:55\nВолга Сегодня\n"
      "ЯРОСЛАВЛЬ, 9 мар — Волга Сегодня. Старый причал закрыли после девяти часов споров в совете "
      "порта.\nПаромы будут уходить с северного берега, пока не построят новый, сообщили в "
      "совете.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_TRUE(articles[0].authors.empty());
  ASSERT_TRUE(articles[0].publisher.has_value());
  EXPECT_EQ(articles[0].publisher->name, "Волга Сегодня");
}

TEST(PageWords, AWriterBesideANameWrittenAsSitesWriteIt) {
  const model::Article article = below_headline("Nora Quayle - pelabuhanSport\n9 March 2025 07:55");
  ASSERT_EQ(article.authors.size(), 1u);
  EXPECT_EQ(article.authors[0].name, "Nora Quayle");
  ASSERT_TRUE(article.publisher.has_value());
  EXPECT_EQ(article.publisher->name, "pelabuhanSport");
}

TEST(PageWords, ASectionAboveTheHeadlineGivesWayToTheOutletBesideTheWriter) {
  const auto articles =
      clean_text("Dermaga\n" + std::string(kHeadline) +
                 "\nNora Quayle - pelabuhanSport\n9 March 2025 07:55\n\n" + std::string(kText));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, kHeadline);
  ASSERT_TRUE(articles[0].publisher.has_value());
  EXPECT_EQ(articles[0].publisher->name, "pelabuhanSport");
}

}  // namespace
}  // namespace synoptic::clean
