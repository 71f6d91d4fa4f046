#include "clean/people/byline.h"

#include <gtest/gtest.h>

#include "clean/people/people.h"
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

std::optional<Byline> parse(std::string_view text, std::string_view lang = "en") {
  Piece piece = piece_of(text, {0, static_cast<uint32_t>(text.size())});
  return parse_byline(measure(std::move(piece)), test_knowledge(), lang);
}

TEST(Byline, NamesTheAuthorBesideTheDate) {
  for (const std::string_view text :
       {"By Ann Lee · June 1, 2025 · 3 min read", "1 June 2025, 08:27 Ann Lee 👁 2310",
        "Ann Lee, 1 June 2025", "By Ann Lee, 1 June 2025"}) {
    const auto byline = parse(text);
    ASSERT_TRUE(byline.has_value()) << text;
    ASSERT_EQ(byline->authors.size(), 1u) << text;
    EXPECT_EQ(byline->authors[0].name, "Ann Lee") << text;
    ASSERT_EQ(byline->dates.size(), 1u) << text;
    EXPECT_EQ(model::iso(byline->dates[0].value).substr(0, 10), "2025-06-01");
  }
}

// The name, the moment and how many wrote of it, between dots or strokes.
TEST(Byline, ItemsBetweenDots) {
  struct Case {
    std::string_view text, lang, author;
  };
  for (const auto& [text, lang, author] :
       {Case{"Ann Lee · Published on 1 June 2025 at 9.45am · 0 comments", "en", "Ann Lee"},
        Case{"By Ann Lee • Jun 1, 2025 • 9:45 a.m. • No comments", "en", "Ann Lee"},
        Case{"Ida Holm · 1. Juni 2025, 9 Uhr 45 · 3 Kommentare", "de", "Ida Holm"},
        Case{"Par Ida Colle · Publié le 1 juin 2025 à 9 heures 45 · 1 commentaire", "fr",
             "Ida Colle"},
        Case{"Ida Reis · 1 jun 2025, 9 horas e 45 minutos · Sem comentários", "pt", "Ida Reis"},
        Case{"Ада Холм · опубликовано 1 июня 2025 в 9 часов 45 минут", "ru", "Ада Холм"},
        Case{"سلمى البحري · نُشر في 1 يونيو 2025 على الساعة 9 و45 دق · 0 تعليق", "ar",
             "سلمى البحري"},
        Case{"پروین دریایی · ۱۱ خرداد ۱۴۰۴ ساعت ۹ و ۴۵ دقیقه · ۰ نظر", "fa", "پروین دریایی"},
        Case{"नीला सागर · 1 जून 2025 सुबह 9 बजकर 45 मिनट · 2 टिप्पणियां", "hi", "नीला सागर"},
        Case{"鈴木海 · 2025年6月1日 午前9時45分 · コメント2件", "ja", "鈴木海"},
        Case{"王海 · 发布于2025-06-01 09:45 · 暂无评论", "zh", "王海"}}) {
    const auto byline = parse(text, lang);
    ASSERT_TRUE(byline.has_value()) << text;
    ASSERT_EQ(byline->authors.size(), 1u) << text;
    EXPECT_EQ(byline->authors[0].name, author) << text;
    EXPECT_FALSE(byline->publisher.has_value()) << text;
    ASSERT_EQ(byline->dates.size(), 1u) << text;
    EXPECT_EQ(model::iso(byline->dates[0].value), "2025-06-01T09:45") << text;
  }
}

TEST(Byline, ASectionBesideTheDayIsNobody) {
  for (const auto& [text, lang] : {std::pair{"政治 · 2025-06-01 09:45", "zh"},
                                   {"国際政治 · 2025年6月1日 9時45分", "ja"},
                                   {"اقتصاد · 1 يونيو 2025 · 0 تعليق", "ar"}}) {
    const auto byline = parse(text, lang);
    EXPECT_TRUE(!byline || byline->authors.empty()) << text;
  }
}

TEST(Byline, AnAgencyBehindTheNameIsNoPartOfIt) {
  const auto byline = parse("By Ann Lee Associated Press");
  ASSERT_TRUE(byline.has_value());
  ASSERT_EQ(byline->authors.size(), 1u);
  EXPECT_EQ(byline->authors[0].name, "Ann Lee");
  ASSERT_EQ(byline->origins.size(), 1u);
  EXPECT_EQ(byline->origins[0].name, "Associated Press");
}

TEST(Byline, FirstInFrontOfPublishedIsNobody) {
  const auto byline = parse("First published on Sat 4 May 2024");
  ASSERT_TRUE(byline.has_value());
  EXPECT_TRUE(byline->authors.empty());
  EXPECT_EQ(byline->dates.size(), 1u);
}

TEST(Byline, AJobGluedToTheName) {
  const auto name = [](const std::string& words) {
    std::vector<model::Author> authors(1);
    authors[0].name = words;
    authors = people_only(test_knowledge(), std::move(authors), std::nullopt);
    return authors.empty() ? std::string() : authors[0].name;
  };
  EXPECT_EQ(name("Ada BrookStaff writer"), "Ada Brook");
  EXPECT_EQ(name("Игорь СавельевКорреспондент"), "Игорь Савельев");
  EXPECT_EQ(name("Ada McDonald"), "Ada McDonald");
}

TEST(Byline, APaperNamedInFrontOfTheDayIsNoAuthor) {
  for (const auto& [text, lang] : {std::pair{"صحيفة الميناء | نشر في 12 مايو 2021", "ar"},
                                   {"صحيفة الميناء | 12 مايو 2021", "ar"},
                                   {"12 مايو 2021 | موقع الميناء الجديد", "ar"}}) {
    const auto byline = parse(text, lang);
    ASSERT_TRUE(byline.has_value()) << text;
    EXPECT_TRUE(byline->authors.empty()) << text;
    ASSERT_TRUE(byline->publisher.has_value()) << text;
    ASSERT_EQ(byline->dates.size(), 1u) << text;
    EXPECT_EQ(model::iso(byline->dates[0].value), "2021-05-12") << text;
  }
}

TEST(Byline, TwoNamesAndNoPlace) {
  const auto names = [](std::string_view text, std::string_view lang) {
    std::vector<std::string> all;
    if (const auto byline = parse(text, lang)) {
      for (const auto& author : byline->authors) all.push_back(author.name);
    }
    return all;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(names("كتب: سامي الحداد ومنى الخطيب", "ar"), (Names{"سامي الحداد", "منى الخطيب"}));
  EXPECT_EQ(names("كتب: سامي الحداد - منى الخطيب", "ar"), (Names{"سامي الحداد", "منى الخطيب"}));
  EXPECT_EQ(names("كتب: محمد سامي وليد الحداد", "ar"), (Names{"محمد سامي وليد الحداد"}));
  EXPECT_EQ(names("Por Ana Lima, Santa Clara, 9/6/2025", "pt"), (Names{"Ana Lima"}));
  EXPECT_EQ(names("本报记者 王小明 李 芳 2025年12月03日08:06", "zh"), (Names{"王小明", "李芳"}));
}

TEST(Byline, ToolsAndReadingTimesAreNoPartOfTheName) {
  const auto chinese =
      parse("2025年09月08日 08:21 来源：江城快报 记者 王小明 字号：大 中 小", "zh");
  ASSERT_TRUE(chinese.has_value());
  ASSERT_EQ(chinese->authors.size(), 1u);
  EXPECT_EQ(chinese->authors[0].name, "王小明");
  const auto russian = parse("01.10.2025 09:12 Автор: Анна Гусева Время чтения: 2 мин.", "ru");
  ASSERT_TRUE(russian.has_value());
  ASSERT_EQ(russian->authors.size(), 1u);
  EXPECT_EQ(russian->authors[0].name, "Анна Гусева");
}

TEST(Byline, TellsOutletSourceAndDateApart) {
  const auto byline = parse("2025-03-09 19:44 江城快报 来源：海岸通讯社", "zh");
  ASSERT_TRUE(byline.has_value());
  ASSERT_TRUE(byline->publisher.has_value());
  EXPECT_EQ(byline->publisher->name, "江城快报");
  ASSERT_EQ(byline->origins.size(), 1u);
  EXPECT_EQ(byline->origins[0].name, "海岸通讯社");
  EXPECT_TRUE(byline->authors.empty());
}

TEST(Byline, AnOutletBesideItsDayInAnyWriting) {
  const auto outlet = [](std::string_view text, std::string_view lang) {
    const auto byline = parse(text, lang);
    return byline && byline->publisher ? byline->publisher->name : "none";
  };
  EXPECT_EQ(outlet("한강신문 | 입력 2026.11.28 14:05", "ko"), "한강신문");
  EXPECT_EQ(outlet("한강일보 | 2026.11.28 14:05", "ko"), "한강일보");
  EXPECT_EQ(outlet("입력 2026.11.28 14:05 | 한강신문", "ko"), "한강신문");
  EXPECT_EQ(outlet("The Harbour Post | 28 November 2026, 14:05", "en"), "The Harbour Post");
  EXPECT_EQ(outlet("Hafenkurier | Veröffentlicht am 28.11.2026, 14:05 Uhr", "de"), "Hafenkurier");
  EXPECT_EQ(outlet("Hafenkurier | 28. November 2026", "de"), "Hafenkurier");
  EXPECT_EQ(outlet("海港日报 | 发布时间：2026-11-28 14:05", "zh"), "海港日报");
  EXPECT_EQ(outlet("港湾新聞 | 公開 2026年11月28日 14:05", "ja"), "港湾新聞");
  EXPECT_EQ(outlet("Портовый вестник | Опубликовано 28.11.2026 14:05", "ru"), "Портовый вестник");
  EXPECT_EQ(outlet("Politik | 28.11.2026", "de"), "none");
}

TEST(Byline, ALabelTellsTheRole) {
  const auto byline = parse("Published: 3 May 2025 10:00 | Updated: 4 May 2025 11:30");
  ASSERT_TRUE(byline.has_value());
  ASSERT_EQ(byline->dates.size(), 2u);
  EXPECT_EQ(byline->dates[0].role, "published");
  EXPECT_EQ(byline->dates[1].role, "modified");
  EXPECT_EQ(byline->dates[1].where, "label");
}

TEST(Byline, SpansAreThoseOfTheCapture) {
  const std::string text = "Published:  3 May 2025";
  const auto byline = parse(text);
  ASSERT_TRUE(byline.has_value());
  const Span span = byline->dates.at(0).span;
  EXPECT_EQ(text.substr(span.begin, span.size()), "3 May 2025");
}

TEST(Byline, HeadlinesAndSentencesAreNoBylines) {
  EXPECT_FALSE(parse("Floods of 4 May 2025 leave the whole valley under water").has_value());
  EXPECT_FALSE(parse("Update on the flood: two bridges closed").has_value());
  EXPECT_FALSE(parse("By land and by sea the rescuers reach the valley").has_value());
  EXPECT_FALSE(parse("Le Maroc remporte la Coupe", "fr").has_value());
}

TEST(Byline, BracketsBehindTheLastSentenceNameTheReporter) {
  const auto articles = clean_text(
      "旧码头下月起关闭\n\n港务委员会星期一开会讨论旧码头的去留，会议持续了九个小时。\n\n"
      "委员们投票决定下月关闭码头，渡轮将改从北岸出发。（记者 王小明）\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_EQ(articles[0].authors.size(), 1u);
  EXPECT_EQ(articles[0].authors[0].name, "王小明");
}

TEST(Byline, ALoneLineFurtherDownDatesATextThatHasNoOtherDate) {
  const std::string text =
      "Old quay closes next month\n\nThe harbour board met for nine hours to talk about the old "
      "quay.\n\n8:44AM BST 16 Sep 2013\n\nIts members voted to close it, and ferries will leave "
      "from the north bank.\n";
  const auto articles = clean_text(text);
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].published.has_value());
  EXPECT_EQ(model::iso(articles[0].published->value), "2013-09-16T08:44");
  EXPECT_EQ(articles[0].blocks.size(), 2u);
}

TEST(People, HostsAndDesksAreNoPersons) {
  std::vector<model::Author> authors(4);
  authors[0].name = "NEWS.QUAY.COM";
  authors[1].name = "the Quay Wire desk";
  authors[2].name = "J.R. Elm";
  authors[3].name = "Foreign Desk";
  const auto people = people_only(test_knowledge(), authors, std::nullopt);
  ASSERT_EQ(people.size(), 1u);
  EXPECT_EQ(people[0].name, "J.R. Elm");
}

TEST(Byline, IsNoShortSentenceWithADay) {
  for (const auto& [lang, text] : std::vector<std::pair<std::string, std::string>>{
           {"en", "The mayor resigned on 12 March 2024."},
           {"en", "The plant was opened in March 2015."},
           {"en", "On 12 March 2024 the mayor of the town resigned from office."},
           {"fr", "Le maire a démissionné le 12 mars 2024."}}) {
    EXPECT_FALSE(parse(text, lang)) << text;
  }
  EXPECT_TRUE(parse("The 12 March 2024 at 10:00 local time", "en"));
}

}  // namespace
}  // namespace synoptic::clean
