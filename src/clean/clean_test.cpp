#include "clean/clean.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/data.h"
#include "clean/test_support.h"
#include "model/model.h"

namespace synoptic::clean {
namespace {

using model::Article;
using model::BlockKind;
using model::Format;

// An aggregator's page: date behind a label, no blank lines, tags, then another article.
std::string two_articles(std::string_view month, std::string_view first, std::string_view second) {
  return std::string(first) + "\nDate: 12 " + std::string(month) +
         " 2025 09:40\n"
         "The harbour council approved the new ferry terminal on Monday after a long debate.\n"
         "Builders expect the ferry terminal to open before the end of next summer, it said.\n"
         "Source: Coastline Wire\nKeywords: ferry, terminal\nRead also:\n" +
         std::string(second) +
         "\nA brown bear walked into a bakery in the old town and ate forty fresh rolls.\n"
         "The baker said that nobody was hurt and that the bear had left through the window.\n";
}

TEST(Clean, SplitsGluedArticlesAndInheritsNothing) {
  for (const std::string_view month : {"March", "October"}) {
    const auto articles = clean_text(two_articles(month, "Council approves new ferry terminal",
                                                  "Bear eats forty rolls in a bakery"));
    ASSERT_EQ(articles.size(), 2u) << month;
    EXPECT_EQ(articles[0].title, "Council approves new ferry terminal");
    ASSERT_TRUE(articles[0].published.has_value());
    EXPECT_EQ(articles[0].published->value.minute, 40);
    ASSERT_EQ(articles[0].origins.size(), 1u);
    EXPECT_EQ(articles[0].origins[0].name, "Coastline Wire");
    EXPECT_EQ(articles[0].keywords, (std::vector<std::string>{"ferry", "terminal"}));
    EXPECT_EQ(articles[1].title, "Bear eats forty rolls in a bakery");
    EXPECT_FALSE(articles[1].published.has_value());
    EXPECT_FALSE(articles[1].publisher.has_value());
    EXPECT_TRUE(articles[1].keywords.empty());
    EXPECT_NE(articles[0].id, articles[1].id);
  }
}

// A table that is set as lines under the last sentence.
TEST(Clean, SentencesOfNewsAreNoResidueByTheirFirstWord) {
  const std::string lead =
      "At least 12 people were killed on Friday when a bridge collapsed in Lyon, the mayor said, "
      "as "
      "rescuers searched the river.";
  const std::string last =
      "The bridge had been closed for repairs last year, officials in the city said on Friday "
      "evening.";
  const auto blocks_with = [&](const std::string& line) {
    model::Capture capture;
    capture.text = "<html lang=en><body><article><h1>Bridge falls in Lyon</h1><p>" + lead +
                   "</p><p>" + line + "</p><p>" + last + "</p></article></body></html>";
    capture.format = Format::kHtml;
    const auto articles = clean(capture, test_knowledge(), test_languages());
    return articles.size() == 1 ? articles[0].blocks.size() : 0;
  };
  for (const char* line :
       {"Subscribe to my party, the minister told voters in Lyon on Friday, and share the burden "
        "of 12 million euros.",
        "Follow us, the rescuers shouted on Friday to 12 people who were trapped under the bridge.",
        "At least 12 people were trapped when the bridge owned by Br\u00A9dge SA collapsed, the "
        "mayor said on Friday."}) {
    EXPECT_EQ(blocks_with(line), 3u) << line;
  }
  for (const char* line : {"Subscribe to our newsletter and get the 12 best stories of the day in "
                           "your mail each morning at seven.",
                           "Follow us on all channels for the latest news from the region."}) {
    EXPECT_EQ(blocks_with(line), 2u) << line;
  }
}

TEST(Clean, RowsEndTheText) {
  const std::string text =
      "<h1>Council tests water of five lakes</h1>"
      "<p>The harbour council had the water of five lakes tested on Monday, it said in a note.</p>";
  const auto rows = [](int count, std::string_view link) {
    std::string out = "<p>Lakes and what was measured</p>";
    for (int i = 0; i < count; ++i) {
      out += "<p>" + std::string(link) + "Lake Number, northern shore, 120 of 500 mg</p>";
      out.insert(out.size() - 10, std::to_string(i));
    }
    return out;
  };
  const auto blocks = [&](const std::string& rest) {
    const auto articles = clean_capture(html_capture(text + rest));
    return articles.empty() ? 0 : articles[0].blocks.size();
  };
  EXPECT_EQ(blocks(rows(5, "")), 7u);
  EXPECT_EQ(blocks(rows(2, "")), 1u) << "too few";
}

TEST(Clean, PlacesOfAPrefectureAreTextAtTheEnd) {
  const std::string first =
      "<h1>宮崎県で震度5弱　津波の心配なし</"
      "h1><p>8日午前5時12分ごろ、日向灘を震源とする地震があり、"
      "宮崎県で震度5弱を観測した。</p><p>震度4以上を観測した地域は次の通り。</p>";
  const auto blocks = [&](const std::string& rest) {
    const auto articles = clean_capture(html_capture(first + rest));
    return articles.empty() ? 0 : articles[0].blocks.size();
  };
  EXPECT_EQ(
      blocks("<p>宮崎県：宮崎市、日南市、<a href=/k>都城市</a></p><p>大分県：佐伯市、竹田市</p>"
             "<p>鹿児島県：志布志市、曽於市</p>"),
      5u);
  EXPECT_EQ(blocks("<p>関連：地震、津波</p>"), 2u);
}

TEST(Clean, ASignBehindTheLastSentenceLeavesItASentence) {
  const std::string first =
      "<h1>五个湖泊的水质检测结果公布</"
      "h1><p>市政府周一公布了五个湖泊的水质检测结果，称其中四个符合标准。</p>";
  for (const std::string sign : {" J208", "（編輯：陳仁華）", "（編輯：陳仁華）1150708"}) {
    const auto articles = clean_capture(html_capture(
        first + "<p>下一次检测将于今年十月进行，结果将在网站上公布。" + sign + "</p>"));
    ASSERT_EQ(articles.size(), 1u);
    EXPECT_EQ(articles[0].blocks.size(), 2u) << sign;
  }
}

TEST(Clean, LinksBehindALabelAreNoArticle) {
  const auto articles = clean_text(
      "Council approves new ferry terminal\n\n"
      "The harbour council approved the new ferry terminal on Monday after a long debate.\n\n"
      "Read also\n\nBear eats forty rolls in a bakery\n\nBear eats forty rolls in a bakery\n\n"
      "Council approves new ferry terminal\n\nWhat comes next\n"
      "Builders expect the ferry terminal to open before the end of next summer, it said.\n");
  ASSERT_EQ(articles.size(), 1u);
  const Article& article = articles[0];
  EXPECT_EQ(kinds(article), "phP") << "paragraph, heading, last paragraph";
  EXPECT_EQ(reasons(article),
            (std::vector<std::string>{"related", "related", "related", "repeated_headline"}));
}

TEST(Clean, OutletLinesAreThePublisherAndNobodyIsTheAuthor) {
  const auto articles = clean_text(
      "3 February 2025 18:05\nValley Courier\nValley Courier\n\nRiver rises above the old "
      "bridge\n\n"
      "The river rose above the old bridge on Sunday night and the road was closed for hours.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "River rises above the old bridge");
  ASSERT_TRUE(articles[0].publisher.has_value());
  EXPECT_EQ(articles[0].publisher->name, "Valley Courier");
  EXPECT_TRUE(articles[0].authors.empty());
  EXPECT_EQ(model::iso(articles[0].published->value), "2025-02-03T18:05");
  EXPECT_TRUE(articles[0].published->value.zone.empty()) << "no zone is invented";
}

TEST(Clean, ShortLinesBehindAColonAreAList) {
  const auto articles = clean_text(
      "Port plan has four parts\n\n"
      "The council presented its plan for the port on Monday and asked for public comments.\n\n"
      "The plan for the port covers:\nA new quay.\nTwo cranes.\nCheaper berths for small boats.\n\n"
      "Work begins in the spring and is to last for about four years, the council said.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "ppiiiP");
}

TEST(Clean, LeakedStylesAreRemovedAndTheCaptionIsKept) {
  const auto articles = clean_text(
      "River rises above the old bridge\n"
      "The river rose above the old bridge on Sunday night and the road was closed for hours.\n"
      ".box{ width:77%; } .box img{ margin:0 !important; } Volunteers fill sandbags - Ann Lee\n"
      "Volunteers filled two thousand sandbags, and the water began to fall in the morning.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(model::body_text(articles[0]).find("77%"), std::string::npos);
  EXPECT_EQ(kinds(articles[0]), "pcP");
  EXPECT_EQ(articles[0].blocks[1].text, "Volunteers fill sandbags");
  EXPECT_EQ(reasons(articles[0]), (std::vector<std::string>{"style", "caption_credit"}));
}

TEST(Clean, GluedSubheadIsPartedAndOffsetsPointIntoTheCapture) {
  const std::string text =
      "مجلس المدينة يوافق على الجسر\n"
      "وافق مجلس المدينة على بناء الجسر الجديد فوق النهر بعد نقاش طويل استمر حتى المساء.\n"
      "موقف سكان المدينةقال رئيس المجلس إن سكان الضفتين سيستفيدون من الجسر الجديد كل يوم.\n";
  const auto articles = clean_text(text);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "phP");
  const model::Block& heading = articles[0].blocks[1];
  EXPECT_EQ(heading.text, "موقف سكان المدينة");
  EXPECT_EQ(text.substr(heading.span.begin, heading.span.size()), heading.text);
  const model::Block& paragraph = articles[0].blocks[2];
  EXPECT_EQ(text.substr(paragraph.span.begin, paragraph.span.size()), paragraph.text);
  EXPECT_EQ(articles[0].dir, "rtl");
}

TEST(Clean, NameOfTwoWordsInOneIsNoSeamOnAPage) {
  const std::string text =
      "<h1>Fitness is measured</h1><p>The yearly report of the class was given to the press on "
      "Monday, and it names no sport.</p><p>The ClassPass trends report showed that running came "
      "back to the parks of all large cities.</p><p><b>Reasons for the talks</b>The minister said "
      "that parks will stay open longer, and that reasons were given.</p>";
  const auto articles = clean_text(text, Format::kHtml);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "pphP");
  EXPECT_EQ(articles[0].blocks[2].text, "Reasons for the talks");
}

TEST(Clean, WhatASiteSaysBetweenParagraphsIsNoText) {
  const std::string text =
      "<h1>Fitness is measured</h1><p>The yearly report on parks was given to the press on Monday, "
      "and it names no sport.</p><p>3 of 57</p><p>Article continues below this line.</p><p>Image"
      "</p><p>[box id=\"4\" title=\"More\"]</p><p>Running came back to the parks of all large "
      "cities, says the report.</p>";
  const auto articles = clean_text(text, Format::kHtml);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "pP");
}

TEST(Clean, MarkdownPageGivesItsFactsAndOnlyItsText) {
  const std::string text =
      "---\ntitle: Council approves ferry terminal\nsource: Shoreline Digest – all about the sea\n"
      "url: https://shore.example/story?id=77\ndate: 2025-05-06\nfetched: 2025-08-01T10:00:00\n"
      "mood: calm\n---\n\n# Council approves ferry terminal\n\n[Log in](/login) [Join](/join)\n\n"
      "* [Day](/?issue=20250731)\n* [Old](/old)\n\n## Council approves ferry terminal\n\n"
      "[Mara](/~mara) (77)posted on May 5, 2025 14:10 [Tweet](/t)\n\n"
      "The harbour council approved the **new ferry terminal** on Monday after a long debate.\n"
      "https://www.wire.example/news/2025-05-04/ferry\n\n* [Privacy](/privacy)\n* "
      "[RSS](/index.rss)\n";
  const auto articles = clean_text(text, Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  const Article& article = articles[0];
  EXPECT_EQ(article.title, "Council approves ferry terminal");
  EXPECT_EQ(article.url, "https://shore.example/story?id=77");
  EXPECT_EQ(kinds(article), "P");
  EXPECT_EQ(article.publisher->name, "Shoreline Digest");
  EXPECT_EQ(article.publisher->tagline, "all about the sea");
  ASSERT_EQ(article.authors.size(), 1u);
  EXPECT_EQ(article.authors[0].name, "Mara");
  EXPECT_EQ(article.authors[0].user_id, "77");
  EXPECT_EQ(model::iso(article.published->value), "2025-05-05T14:10");
  EXPECT_TRUE(article.date_conflict);
  ASSERT_EQ(article.origins.size(), 1u);
  EXPECT_EQ(article.origins[0].name, "wire.example");
  EXPECT_EQ(model::iso(*article.origins[0].date), "2025-05-04");
  EXPECT_EQ(article.metadata.at("front_matter.mood").front(), "calm");
  EXPECT_EQ(article.metadata.at("feed").front(), "https://shore.example/index.rss");
  const bool archive_is_navigation =
      std::any_of(article.dates.begin(), article.dates.end(), [](const auto& date) {
        return date.role == "navigation" && model::iso(date.value) == "2025-07-31";
      });
  EXPECT_TRUE(archive_is_navigation);
}

TEST(Clean, AFrontMattersYearOfAnotherCalendarIsReadAsThat) {
  const auto day = [](const std::string& written) {
    const auto articles = clean_text(
        "---\ntitle: Council approves ferry terminal\ndate: " + written +
        "\n---\n\nThe harbour council approved the new ferry terminal on Monday after a long "
        "debate.\n");
    return articles.size() == 1 && articles[0].published ? model::iso(articles[0].published->value)
                                                         : std::string("none");
  };
  EXPECT_EQ(day("1404/03/15"), "2025-06-05");
  EXPECT_EQ(day("1404-02-31"), "2025-05-21");
  EXPECT_EQ(day("۱۴۰۴/۰۳/۱۵"), "2025-06-05");
  EXPECT_EQ(day("2568-06-05"), "2025-06-05");
  EXPECT_EQ(day("1871-01-18"), "1871-01-18");
}

TEST(Clean, ADateInRunningTextIsNoDateOfTheArticle) {
  const auto articles = clean_text(
      "River rises above the old bridge\n\n"
      "The river last rose above the old bridge on 4 May 2013, when the whole valley stood under "
      "water for a week and the road was closed.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_FALSE(articles[0].published.has_value());
}

TEST(Clean, AListOfHeadlinesIsNoArticle) {
  EXPECT_TRUE(clean_text("Valley Courier Home\nNews Sport Money\nRiver rises above bridge\n"
                         "Council approves ferry terminal\nBear eats forty rolls\nMore >>\n")
                  .empty());
  EXPECT_TRUE(clean_text("").empty());
}

TEST(Clean, EveryByteOfABlockComesFromTheCapture) {
  const std::string text =
      "Council  approves\u00A0terminal\n\n"
      "The  council\u3000approved the\u00A0 terminal on Monday after a debate of nine hours.\n";
  const auto articles = clean_text(text);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "Council approves terminal");
  const model::Block& block = articles[0].blocks[0];
  const auto at = static_cast<uint32_t>(block.text.find("terminal"));
  const Span span = block.to_capture({at, at + 8});
  EXPECT_EQ(text.substr(span.begin, span.size()), "terminal");
}

TEST(Clean, KilobytesWithoutABlankAreNoWords) {
  const auto articles =
      clean_text("Council approves terminal\n\n" + std::string(40000, 'x') +
                 "\n\nThe council approved the terminal on Monday after a debate of nine hours.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(kinds(articles[0]), "P");
  EXPECT_EQ(reasons(articles[0]), std::vector<std::string>{"no_words"});
}

}  // namespace
}  // namespace synoptic::clean
