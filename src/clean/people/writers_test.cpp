// Who wrote it, by the lines and data of a page; where its report and its keywords are from.
#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"
#include "clean/people/people.h"

namespace synoptic::clean {
namespace {

std::string writers(const TestPage& page) {
  std::string all;
  for (const auto& author : page.draft.facts.authors) {
    all += (all.empty() ? "" : ", ") + author.name;
  }
  return all;
}

std::string page_with(const std::string& between) {
  return "<article><h1>Ferry stays free</h1>" + between + p(kFirst) + p(kSecond) + p(kThird) +
         "</article>";
}

TEST(Writers, WhoseThePictureIsWroteNothing) {
  const TestPage page(page_with(
      "<p class=byline>By Ada Brook</p><div class=photo><figure><img src=a.jpg><figcaption>The "
      "quay at noon. <span class='byline'>Lena Frost, Norrvik Post</span></figcaption></figure>"
      "</div>"));
  EXPECT_EQ(writers(page), "Ada Brook");
}

TEST(Writers, AllThatTheLineAndTheMetaElementsTell) {
  const std::string data =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry stays "
      "free\",\"author\":{\"@type\":\"Person\",\"name\":\"Ada Brook\"}}</script>";
  const std::string line = page_with("<p class=byline>Ada Brook, Milo Stone</p>");
  EXPECT_EQ(writers(TestPage(line, data + "<meta name=author content='Ada Brook, Milo Stone'>")),
            "Ada Brook, Milo Stone");
}

TEST(Writers, ATimeIsNobodysName) {
  std::vector<model::Author> authors(2);
  authors[0].name = "19:40";
  authors[1].name = "Ada Brook";
  const auto people = people_only(test_knowledge(), authors, std::nullopt);
  ASSERT_EQ(people.size(), 1u);
  EXPECT_EQ(people[0].name, "Ada Brook");
}

TEST(Writers, AReporterInFrontOfThePlaceOfTheReport) {
  const auto articles = clean_text(
      "舊港渡輪免費再延一年\n2025/10/02 09:10\n記者林志遠／臺南報導\n\n"
      "市議會週二深夜表決通過，前往離島的渡輪明年繼續免費，辯論持續超過五個小時才結束。\n"
      "漁民曾警告，收費將使小港口在一年內空無一人，財政局則說市府無力單獨負擔船隻費用。\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_EQ(articles[0].authors.size(), 1u);
  EXPECT_EQ(articles[0].authors[0].name, "林志遠");
}

TEST(Writers, APlaceAndItsAgencyInBrackets) {
  const auto articles = clean_text(
      "섬을 오가는 여객선 내년에도 무료\n2025-10-02 09:10\n\n"
      "(속초=연합뉴스) 시의회는 화요일 밤 늦게 섬을 오가는 여객선을 내년에도 무료로 운영하기로 "
      "의결했다고 "
      "밝혔다.\n어민들은 요금을 받으면 작은 항구들이 일 년 안에 텅 비게 될 것이라고 경고해 "
      "왔다.\n");
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_EQ(articles[0].origins.size(), 1u);
  EXPECT_EQ(articles[0].origins[0].kind, "dateline");
}

TEST(Writers, KeywordsThatNothingPartsAreOneALink) {
  const auto articles =
      clean_text("# Ferry stays free\n\n" + std::string(kFirst) + "\n\n" + kSecond +
                     "\n\n**Tags:** [Ferries](/t/1) [Old Harbour](/t/2)\n",
                 model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].keywords, (std::vector<std::string>{"Ferries", "Old Harbour"}));
}

}  // namespace
}  // namespace synoptic::clean
