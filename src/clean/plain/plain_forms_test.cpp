// Plain texts by what they were: mails, chats, feeds, wikis, pages of a paper.
#include <gtest/gtest.h>

#include <algorithm>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const std::string kTitle = "Bridge over the Lorne closed for repairs\n";
const std::string kFirst =
    "The bridge over the river Lorne was closed on Tuesday, after engineers had found cracks in "
    "two of its pillars.\n";
const std::string kSecond =
    "Repairs will take until autumn, the mayor of Norrvik said, and lorries have to go by the road "
    "along the coast.\n";

std::string body(const model::Article& article) {
  std::string text;
  for (const auto& block : article.blocks) {
    if (block.kind != model::BlockKind::kCaption) text += block.text + "\n";
  }
  return text;
}

model::Article only(const std::string& text, model::Format format = model::Format::kPlain) {
  const auto articles = clean_text(text, format);
  EXPECT_EQ(articles.size(), 1u);
  return articles.empty() ? model::Article() : articles[0];
}

std::string day(const model::Article& article) {
  return article.published ? model::iso(article.published->value) : "";
}

// A line between the two paragraphs is not of the text.
void expect_gone(const std::string& line, model::Format format = model::Format::kPlain) {
  const std::string gap = format == model::Format::kMarkdown ? "\n" : "";
  const std::string head = format == model::Format::kMarkdown ? "# " + kTitle : kTitle;
  const auto article = only(head + gap + kFirst + gap + line + "\n" + gap + kSecond, format);
  EXPECT_EQ(body(article), kFirst + kSecond) << line;
}

TEST(PlainForms, AMail) {
  const auto article = only(
      "Von: Der Bote <brief@bote.example>\nGesendet: Freitag, 21. Februar 2025 06:02\n"
      "An: leser@post.example\nBetreff: Fwd: Bridge over the Lorne closed for repairs\n\n"
      "Guten Morgen,\n\n" +
      kTitle + "\n" + kFirst + "\n-- ANZEIGE --\nHalf the price for three months!\n" +
      "-- ENDE DER ANZEIGE --\n\n" + kSecond + "\n--\nYou get this since you asked for it once.\n");
  EXPECT_EQ(article.title + "\n", kTitle);
  EXPECT_EQ(body(article), kFirst + kSecond);
  EXPECT_EQ(day(article), "2025-02-21T06:02");
  ASSERT_TRUE(article.publisher);
  EXPECT_EQ(article.publisher->name, "Der Bote");
}

TEST(PlainForms, EachMessageOfAChatIsAnArticle) {
  const auto articles = clean_text(
      "Lorne News, [07.10.2024 09:14]\n❗️" + kTitle + "\n" + kFirst +
      "\n@lorne_news\n👍 214  😢 98\n"
      "👁 18.4K\n\nLorne News, [07.10.2024 11:52]\n[Forwarded from Reuters]\n"
      "Ferry stays free of charge until spring\n\nThe ferry to the islands stays free of charge "
      "until spring, the council decided on Monday night.\n👁 9.1K\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title + "\n", kTitle);
  EXPECT_EQ(body(articles[0]), kFirst);
  EXPECT_EQ(articles[1].title, "Ferry stays free of charge until spring");
  EXPECT_EQ(day(articles[1]), "2024-10-07T11:52");
  ASSERT_EQ(articles[1].origins.size(), 1u);
  EXPECT_EQ(articles[1].origins[0].name, "Reuters");
}

TEST(PlainForms, ItemsOfAFeed) {
  const std::string item =
      "https://post.example/2025/05/14/bridge\nWed, 14 May 2025 09:20:00 +0700\n";
  const auto articles = clean_text(
      kTitle + item +
      "&lt;p&gt;&lt;img src=\"a.jpg\" /&gt;The mayor &amp;#8211; who was asked &amp;#8211; said: "
      "&quot;The bridge over the Lorne stays closed for repairs until autumn.&quot;&lt;/p&gt;\n"
      "&lt;p&gt;" +
      kSecond.substr(0, kSecond.size() - 1) +
      "&lt;/p&gt;\n\n"
      "Ferry over the Lorne stays free of charge\n" +
      item +
      "&lt;p&gt;The ferry over the Lorne stays free of charge until spring, the council "
      "decided.&lt;/p&gt;\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(body(articles[0]),
            "The mayor – who was asked – said: \"The bridge over the Lorne stays closed for "
            "repairs until autumn.\"\n" +
                kSecond);
  EXPECT_EQ(articles[0].url, "https://post.example/2025/05/14/bridge");
  EXPECT_TRUE(articles[0].origins.empty());
  EXPECT_EQ(articles[1].title, "Ferry over the Lorne stays free of charge");
}

TEST(PlainForms, AWiki) {
  const auto article = only(
      kTitle + "Contents\n1 Cracks\n2 Repairs\nCracks[edit | edit source]\n" +
      kFirst.substr(0, kFirst.size() - 1) + "[1]\nRepairs[edit | edit source]\n" +
      kSecond.substr(0, kSecond.size() - 1) + "[2]\n↑ The Post, 3 May 2026\n↑ The mayor (film)\n");
  EXPECT_EQ(body(article), "Cracks\n" + kFirst + "Repairs\n" + kSecond);
  EXPECT_EQ(kinds(article), "hphP");
  EXPECT_EQ(
      body(only(kTitle + kFirst + "He [3] and [sic] she were there on that day too, it said.\n")),
      kFirst + "He [3] and [sic] she were there on that day too, it said.\n")
      << "no notes";
}

TEST(PlainForms, PagesOfAPaper) {
  const std::string head = "The Lorne Gazette      Thursday, June 19, 2025      Page ";
  const auto article = only(head + "3\n\n" + kTitle +
                            "\nThe bridge over the river was closed on Tues-\n"
                            "day, after engineers had found cracks in two pil-\n"
                            "lars.\n   The mayor said that repairs would go on un-\n"
                            "til autumn.\n          See BRIDGE, Page 4\n\n" +
                            head +
                            "4\n\nBRIDGE\nContinued from Page 3\n\n"
                            "   Nobody was to use the bridge before, he said,\n"
                            "not even those who live beside it.\n\n4\n");
  EXPECT_EQ(
      body(article),
      "The bridge over the river was closed on Tuesday, after engineers had found cracks in "
      "two pillars.\nThe mayor said that repairs would go on until autumn.\nNobody was to use "
      "the bridge before, he said, not even those who live beside it.\n");
  EXPECT_EQ(day(article), "2025-06-19");
  ASSERT_TRUE(article.publisher);
  EXPECT_EQ(article.publisher->name, "The Lorne Gazette");
}

TEST(PlainForms, AnArchivesNoteAndWhatStandsAboveThePage) {
  const auto article = only(
      "This is the cache of https://www.lornepost.example/2025/bridge. It is a snapshot of the "
      "page "
      "as it appeared on 4 Sep 2025 03:12:44 GMT.\n"
      "Tip: To find your words on this page quickly, press Ctrl+F and use the bar for searching.\n"
      "Skip to content\n" +
      kTitle + kFirst + kSecond);
  EXPECT_EQ(article.title + "\n", kTitle);
  EXPECT_EQ(body(article), kFirst + kSecond);
  EXPECT_EQ(article.url, "https://www.lornepost.example/2025/bridge");
  EXPECT_EQ(day(article).find("2025-09-04"), std::string::npos);
}

TEST(PlainForms, LinesToldByTheirShape) {
  for (const char* line :
       {">> Go on at post.example", "👉 The whole story in our channel", "news@post.example",
        "@lornepost", "Text size A- A+", "Your vote: ★★★★☆", "Rating: 4.5/5 (8 votes)", "+ Enlarge",
        "Name:\nE-mail:\n* Comment:\nEnter the code", "Liked the story? Share it with friends:",
        "News? Write to us on WhatsApp: +7 777 000 00 00",
        "More news of the valley? Click here to read on.",
        "MORE OF IT\nGold goes up, what a gram costs now\nChampions celebrate third cup victory",
        "1 / 7\nAn ambulance in front of the hotel\n2 / 7",
        "A lorry at dawn. A. Quill, CC BY-SA 4.0"}) {
    expect_gone(line);
  }
  for (const char* line :
       {":::info", "[^1]: The report of the engineers.", "{% include ad.html %}"}) {
    expect_gone(line, model::Format::kMarkdown);
  }
  const std::string list =
      "→ Two pillars have cracks, said the engineers.\n"
      "→ Repairs take until autumn, said the mayor.\n";
  EXPECT_NE(body(only(kTitle + kFirst + list + kSecond)).find("said the engineers"),
            std::string::npos);
}

TEST(PlainForms, AHeadlineWithLinksBehindIt) {
  const auto article = only(
      "## [Bridge over the Lorne closed for repairs](https://t.example/1) "
      "[(reuters.com)](https://www.reuters.com/bridge) [38](#c)\n\n" +
          kFirst + "\n" + kSecond +
          "\n#### Re: (Score:2)\n\nEverybody saw that coming, since nothing had been painted.\n",
      model::Format::kMarkdown);
  EXPECT_EQ(article.title + "\n", kTitle);
  EXPECT_EQ(body(article), kFirst + kSecond);
  ASSERT_EQ(article.origins.size(), 1u);
  EXPECT_EQ(article.origins[0].url, "https://www.reuters.com/bridge");
}

TEST(PlainForms, PeopleAndTags) {
  const auto first_author = [](const model::Article& article) {
    return article.authors.empty() ? "" : article.authors[0].name;
  };
  EXPECT_EQ(first_author(
                only(kTitle + "Posted by Ada Quill on Wednesday May 14, 2025 05:31AM\n" + kFirst)),
            "Ada Quill");
  EXPECT_EQ(
      first_author(only("缺水警報解除 台南七月前不限水\n2025/05/14 05:30\n〔記者洪瑞琴／台南報導〕"
                        "連日豪雨使水庫蓄水率升高，經濟部昨天宣布，台南七月前不限水。\n")),
      "洪瑞琴");
  const auto article = only(kTitle + kFirst + kSecond + "Tags\n#bridge\n#river traffic\n#autumn\n");
  EXPECT_EQ(article.keywords, (std::vector<std::string>{"bridge", "river traffic", "autumn"}));
}

TEST(PlainForms, ManyMarksTakeNoLongTime) {
  std::string text = kTitle + kFirst;
  for (int i = 0; i < 60000; ++i) text += "[<{%&#(";
  text += "\n" + kSecond;
  EXPECT_FALSE(clean_text(text).empty());
  std::string paper;
  for (int i = 0; i < 20000; ++i) paper += "and so the word goes on to the end of the line with-\n";
  EXPECT_FALSE(clean_text(kTitle + "\n" + paper + "out an end.\n").empty());
}

}  // namespace
}  // namespace synoptic::clean
