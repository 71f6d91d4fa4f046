// Two articles in one capture, and who wrote them.
#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const std::string kMill =
    "The old mill on the river was turned into a school this year, after the village had asked for "
    "one for decades.";
const std::string kPupils =
    "Forty children will start there in autumn, the mayor said on Tuesday, and two teachers have "
    "moved to the village.";
const std::string kFerry =
    "The ferry to the islands stays free of charge, the council of Norrvik decided late on Monday "
    "after a long debate.";
const std::string kFares =
    "Fishermen had warned that fares for the ferry would empty the smaller harbours of the islands "
    "within a year.";

std::string p(const std::string& text) { return "<p>" + text + "</p>"; }

std::vector<model::Article> two(const std::string& second_head, const std::string& second_text) {
  return clean_text(
      "<html lang=en><title>Old mill turned into a school</title><body><div>"
      "<article><h1>Old mill turned into a school</h1><div class=author>Ada Quill"
      "</div><div class=date>9 June 2026 19:05</div>" +
          p(kMill) + p(kPupils) + p(kMill + " " + kPupils) + "</article><article>" + second_head +
          second_text + "</article></div></body></html>",
      model::Format::kHtml);
}

TEST(SecondArticle, AShortElementWithItsOwnHeadingAndDay) {
  const auto articles =
      two("<h1>Ferry to the islands stays free</h1><div class=author>Olaf Berg - "
          "Norrvik News</div><div class=date>9 June 2026 17:40</div>",
          p(kFerry) + p(kFares));
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[1].title, "Ferry to the islands stays free");
  ASSERT_TRUE(articles[1].published);
  EXPECT_EQ(model::iso(articles[1].published->value), "2026-06-09T17:40");
  ASSERT_EQ(articles[1].authors.size(), 1u);
  EXPECT_EQ(articles[1].authors[0].name, "Olaf Berg");
  EXPECT_EQ(model::iso(articles[0].published->value), "2026-06-09T19:05");
}

std::vector<model::Article> two_of_a_length(const std::string& second_head) {
  return clean_text(
      "<html lang=en><title>World news</title><body><nav><a href=/>Home</a></nav><div id=wrap>"
      "<article><h1>Old mill turned into a school</h1><p class=meta>By <a href=/a/ada>Ada "
      "Quill</a>, "
      "Norrvik correspondent<br>Tuesday 9 June 2026, 19:05</p>" +
          p(kMill) + p(kPupils) + "</article><hr><article>" + second_head + p(kFerry) + p(kFares) +
          "</article></div></body></html>",
      model::Format::kHtml);
}

TEST(SecondArticle, TwoShortOnesOfALengthEachWithItsHead) {
  const auto articles = two_of_a_length(
      "<h1>Ferry to the islands stays free</h1><p class=meta>By <a href=/a/olaf>Olaf Berg</a> in "
      "Norrvik<br>Tuesday 9 June 2026, 17:40</p>");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "Old mill turned into a school");
  EXPECT_EQ(articles[1].title, "Ferry to the islands stays free");
  ASSERT_TRUE(articles[0].published);
  ASSERT_TRUE(articles[1].published);
  EXPECT_EQ(model::iso(articles[0].published->value), "2026-06-09T19:05");
  EXPECT_EQ(model::iso(articles[1].published->value), "2026-06-09T17:40");
  ASSERT_EQ(articles[0].authors.size(), 1u);
  EXPECT_EQ(articles[0].authors[0].name, "Ada Quill");
  ASSERT_EQ(articles[1].authors.size(), 1u);
  EXPECT_EQ(articles[1].authors[0].name, "Olaf Berg");
}

TEST(SecondArticle, OfALengthButWithoutAHeadOfItsOwn) {
  EXPECT_EQ(two_of_a_length("<h1>Ferry to the islands stays free</h1>").size(), 1u);
  EXPECT_EQ(two_of_a_length("<h1><a href=/x>Ferry to the islands stays free</a></h1><p class=meta>"
                            "9 June 2026, 17:40</p>")
                .size(),
            1u);
}

TEST(SecondArticle, TeasersAreNone) {
  EXPECT_EQ(two("<h1><a href=/x>Ferry to the islands stays free</a></h1><div class=date>9 June 2026"
                "</div>",
                p(kFerry) + p(kFares))
                .size(),
            1u)
      << "its heading is a link";
  EXPECT_EQ(two("<h3>Ferry to the islands stays free</h3><div class=date>9 June 2026</div>",
                p(kFerry) + p(kFares))
                .size(),
            1u)
      << "its heading is lesser";
  EXPECT_EQ(two("<h1>Ferry to the islands stays free</h1>", p(kFerry) + p(kFares)).size(), 1u)
      << "no day and no writer";
}

TEST(SecondArticle, BehindASignOffInPlainText) {
  const auto articles = clean_text(
      "Old mill turned into a school\n\nAda Quill - Norrvik News\n\n9 June 2026 19:05\n\n" + kMill +
      "\n\n" + kPupils +
      "\n\n(aq/ob)\n\nFerry to the islands stays free\n\nOlaf Berg - Norrvik News"
      "\n\n9 June 2026 17:40\n\nNORRVIK - " +
      kFerry + "\n\n" + kFares + "\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "Old mill turned into a school");
  EXPECT_EQ(articles[1].title, "Ferry to the islands stays free");
  for (const auto& article : articles) {
    EXPECT_EQ(kinds(article), "pP");
    ASSERT_TRUE(article.publisher);
    EXPECT_EQ(article.publisher->name, "Norrvik News");
    ASSERT_EQ(article.authors.size(), 1u);
  }
  EXPECT_EQ(articles[0].authors[0].name, "Ada Quill");
  EXPECT_EQ(articles[1].authors[0].name, "Olaf Berg");
}

TEST(SecondArticle, BehindARuleInMarkdown) {
  const std::string first =
      "# Old mill turned into a school\n\n" + kMill + "\n\n" + kPupils + "\n\n---\n\n";
  const auto articles =
      clean_text(first + "# Ferry to the islands stays free\n\nNORRVIK, June 9 (Wire) - " + kFerry +
                     "\n\n" + kFares + "\n",
                 model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "Old mill turned into a school");
  EXPECT_EQ(articles[1].title, "Ferry to the islands stays free");
  EXPECT_EQ(clean_text(first + "## The ferry to the school stays free\n\n" + kFerry + "\n\n" +
                           kFares + "\n",
                       model::Format::kMarkdown)
                .size(),
            1u)
      << "a chapter has no writer, no day and no dateline";
}

std::vector<std::string> writers_of(const std::string& line) {
  const auto articles = clean_text("# Old mill turned into a school\n\n2026-06-09\n\n" + line +
                                       "\n\n" + kMill + "\n\n" + kPupils + "\n",
                                   model::Format::kMarkdown);
  std::vector<std::string> names;
  if (articles.size() != 1) return names;
  EXPECT_EQ(kinds(articles[0]), "pP") << line;
  for (const auto& author : articles[0].authors) names.push_back(author.name);
  return names;
}

TEST(Writers, BesidePlacesOutletsAndAddresses) {
  using Names = std::vector<std::string>;
  EXPECT_EQ(writers_of("Ada Quill, Hamburg"), Names{"Ada Quill"});
  EXPECT_EQ(writers_of("Ada Quill · Vigo"), Names{"Ada Quill"});
  EXPECT_EQ(writers_of("Ada Quill, transport correspondent"), Names{"Ada Quill"});
  EXPECT_EQ(writers_of("Ада Перова и Олег Гора"), (Names{"Ада Перова", "Олег Гора"}));
  EXPECT_EQ(writers_of("مرام القليني - بيروت"), Names{"مرام القليني"});
  EXPECT_EQ(writers_of("구리진 기자 kuri@lighthouse.example"), Names{"구리진"});
  EXPECT_EQ(writers_of("구리진 기자 · 오도윤 기자"), (Names{"구리진", "오도윤"}));
}

TEST(Writers, TwoBesideADayAreTwo) {
  EXPECT_EQ(writers_of("Ada Quill und Olaf Berg, 9. Juni 2026, 14:20 Uhr"),
            (std::vector<std::string>{"Ada Quill", "Olaf Berg"}));
}

TEST(Writers, OfFrontMatter) {
  for (const char* authors : {"Ada Quill und Olaf Berg", "Ada Quill, Olaf Berg",
                              "By Ada Quill and Olaf Berg", "[Ada Quill, Olaf Berg]"}) {
    const auto articles =
        clean_text("---\ntitle: Old mill turned into a school\nauthor: " + std::string(authors) +
                       "\n---\n\n" + kMill + "\n\n" + kPupils + "\n",
                   model::Format::kMarkdown);
    ASSERT_EQ(articles.size(), 1u);
    ASSERT_EQ(articles[0].authors.size(), 2u) << authors;
    EXPECT_EQ(articles[0].authors[0].name, "Ada Quill") << authors;
    EXPECT_EQ(articles[0].authors[1].name, "Olaf Berg") << authors;
  }
}

TEST(Writers, BehindTheOutletInTheDateline) {
  const auto articles = clean_text(
      "---\ntitle: Старую мельницу сделали школой\npublisher: Маяк\n---\n\n"
      "НОРРВИК, 9 июн — Маяк, Ада Перова. Старую мельницу у реки в этом году сделали школой, о "
      "которой деревня просила десятки лет.\n\nОсенью туда придут сорок детей, сказал мэр.\n",
      model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_EQ(articles[0].authors.size(), 1u);
  EXPECT_EQ(articles[0].authors[0].name, "Ада Перова");
}

TEST(Outlets, LabelledOrBareAboveTheText) {
  const auto outlet = [](const std::string& head) {
    const auto articles = clean_text(head + "\n\n" + kMill + "\n\n" + kPupils + "\n");
    return articles.size() == 1 && articles[0].publisher ? articles[0].publisher->name
                                                         : std::string();
  };
  EXPECT_EQ(outlet("Old mill turned into a school\n\nOutlet: Norrvik Lantern\n\n9 June 2026 17:20"),
            "Norrvik Lantern");
  EXPECT_EQ(outlet("Old mill turned into a school\n\nNorrvik Lantern\n\n9 June 2026, 17:20\n\n"
                   "By Ada Quill"),
            "Norrvik Lantern");
  EXPECT_EQ(outlet("Old mill turned into a school\n\n9 June 2026, 17:20\n\nBy Ada Quill"), "");
}

std::vector<model::Article> glued(const std::string& label, const std::string& rest) {
  return clean_text(
      "港口委员会关闭旧码头\n2025-03-09 07:55\n港口委员会星期一开会九个小时，决定关闭旧码头。\n"
      "渡轮今后将从北岸出发。\n" +
      label + "\n" + rest);
}

TEST(SecondArticle, AShortOneBehindALabel) {
  for (const std::string label : {"相关阅读：", "延伸阅读：", "推荐阅读", "更多阅读："}) {
    const auto articles = glued(
        label, "棕熊闯入面包店\n一只棕熊周日闯入面包店，吃掉四十个面包。\n店主说没有人受伤。\n");
    ASSERT_EQ(articles.size(), 2u) << label;
    EXPECT_EQ(articles[0].title, "港口委员会关闭旧码头");
    EXPECT_EQ(kinds(articles[0]), "pP");
    EXPECT_EQ(articles[1].title, "棕熊闯入面包店");
    EXPECT_EQ(kinds(articles[1]), "pP");
  }
  const auto german = clean_text(
      "Rat schließt alten Pier\n9. März 2025\nDer Rat des Hafens hat am Montag beschlossen, den "
      "alten Pier zu schließen.\nDie Fähren legen künftig am Nordufer ab.\nLesen Sie auch:\nBär "
      "besucht Bäckerei\nEin Bär hat am Sonntag eine Bäckerei besucht und vierzig Brötchen "
      "gefressen.\nVerletzt wurde dort niemand.\n");
  ASSERT_EQ(german.size(), 2u);
  EXPECT_EQ(german[1].title, "Bär besucht Bäckerei");
}

TEST(SecondArticle, ASentenceOfItGoesWithItsHeadline) {
  const auto articles =
      glued("相关阅读：", "棕熊闯入面包店\n一只棕熊周日闯入面包店，吃掉四十个面包。\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "pP");
  // One about the same goes on with the text.
  const auto same =
      glued("相关阅读：", "旧码头关闭\n委员会说，旧码头关闭以后渡轮将从北岸出发到各个岛屿。\n");
  ASSERT_EQ(same.size(), 1u);
  EXPECT_EQ(kinds(same[0]), "ppP");
}

TEST(SecondArticle, AGreetingAboveTheRuleIsNone) {
  const auto articles = clean_text(
      "---\ntitle: Council votes to close the old pier\n---\nGood evening,\n\nhere is your letter "
      "of "
      "Monday, 9 March 2025.\n\n===========\n\nCouncil votes to close the old pier\n\nBy Nora "
      "Quayle\n\nThe council of the harbour voted on Monday to close the old pier next "
      "month.\n\nThe "
      "ferries will leave from the north bank of the bay until another pier has been built.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "pP");
  ASSERT_EQ(articles[0].authors.size(), 1u);
}

// No element of its own kind, but the same class and the page's highest headings.
TEST(SecondArticle, TwoBoxesOfOneClass) {
  const auto page = [](const std::string& level) {
    const auto box = [&](const std::string& headline, const std::string& head,
                         const std::string& text) {
      return "<div class=post><" + level + ">" + headline + "</" + level + "><div class=meta>" +
             head + "</div>" + text + "</div>";
    };
    return clean_text(
        "<html lang=en><title>Old mill turned into a school</title><body><nav><a "
        "href=/>Home</a></nav>" +
            box("Old mill turned into a school", "Tuesday 9 June 2026, 19:05 | By Ada Quill",
                p(kMill) + p(kPupils) + p(kMill + " " + kPupils)) +
            box("Ferry to the islands stays free",
                "Tuesday 9 June 2026, 17:40 | Norrvik - agencies", p(kFerry) + p(kFares)) +
            "</body></html>",
        model::Format::kHtml);
  };
  const auto articles = page("h1");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "Old mill turned into a school");
  EXPECT_EQ(articles[1].title, "Ferry to the islands stays free");
  ASSERT_TRUE(articles[1].published);
  EXPECT_EQ(model::iso(articles[1].published->value), "2026-06-09T17:40");
}

}  // namespace
}  // namespace synoptic::clean
