#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

// A page with these elements in its head and above its two paragraphs.
std::string title_of(const std::string& head, const std::string& body) {
  const auto articles = clean_text(
      "<html><head>" + head + "</head><body><article>" + body +
          "<p>The harbour council met on Monday and spoke for nine hours about the old pier, which "
          "has stood in the bay since the first ferries came.</p>"
          "<p>The members voted to close it next month, and the ferries will leave from the north "
          "bank until a new one has been built.</p></article></body></html>",
      model::Format::kHtml);
  return articles.empty() ? "" : articles[0].title;
}

std::string meta(const std::string& title) {
  return "<title>" + title + "</title><meta property=\"og:title\" content=\"" + title + "\">";
}

TEST(ChooseTitle, OfTwoHeadingsTheOneThatThePageAgreesOn) {
  EXPECT_EQ(title_of(meta("Old pier closes and ferries move north"),
                     "<h1>Storm warning</h1><h1>Old pier closes and ferries move north</h1>"),
            "Old pier closes and ferries move north");
}

TEST(ChooseTitle, AnOutletInBracketsIsNotOfTheHeadline) {
  const std::string stated = "雪で孤立の集落に電気戻る　4日ぶり（北陸日日新聞）";
  EXPECT_EQ(title_of(meta(stated) +
                         "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                         "\"headline\":\"" +
                         stated + "\"}</script>",
                     "<h1>雪で孤立の集落に電気戻る　4日ぶり</h1>"),
            "雪で孤立の集落に電気戻る　4日ぶり");
}

TEST(ChooseTitle, AHeadingThatNamesTheSectionIsNone) {
  EXPECT_EQ(title_of(meta("Ferries move to the north bank"),
                     "<h1>Notebook</h1><h2>Ferries move to the north bank</h2>"),
            "Ferries move to the north bank");
}

TEST(ChooseTitle, TheReadersHeadlineBeatsTheOneMadeForSearch) {
  EXPECT_EQ(title_of(meta("Pier news: everything about the closing of the pier"),
                     "<h1>Old pier closes and ferries move north</h1>"),
            "Old pier closes and ferries move north");
}

TEST(ChooseTitle, AKickerInTheHeadingIsCutWhereThePageSaysTheHeadlineAlone) {
  EXPECT_EQ(title_of(meta("Old pier closes and ferries move north"),
                     "<h1><span>Harbour news</span> Old pier closes and ferries move north</h1>"),
            "Old pier closes and ferries move north");
  EXPECT_EQ(title_of(meta("Old pier closes and ferries move north"),
                     "<h1>Port of Elm: Old pier closes and ferries move north</h1>"),
            "Port of Elm: Old pier closes and ferries move north");
}

std::string data_title(const std::string& title) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + title +
         "\",\"datePublished\":\"2026-03-02\"}</script>";
}

TEST(ChooseTitle, ATickersHeadingAndAShortOneGiveWayToWhatTheHeadSaysAlike) {
  const std::string words = "Old pier closes and ferries move north: what we know so far";
  EXPECT_EQ(title_of(meta(words) + data_title(words), "<h1>Old pier news</h1>"), words);
  EXPECT_EQ(title_of(meta(words), "<h1>Crane falls into the bay +++ Board meets at noon</h1>"),
            words);
}

TEST(ChooseTitle, TheSitesNameBehindAStatedTitleIsCut) {
  EXPECT_EQ(title_of("<meta property=og:title content='Old pier closes and ferries move | QP'>"
                     "<meta property=og:site_name content='QP'>",
                     "<h2>Old pier closes and ferries move</h2>"),
            "Old pier closes and ferries move");
}

TEST(ChooseTitle, AHeadingThatLeadsToTheFrontPageIsTheSites) {
  EXPECT_EQ(title_of(meta("Ferries move to the north bank"),
                     "<h1><a href='/'>The Quay Post and Advertiser of Elm</a></h1>"
                     "<h2>Ferries move to the north bank</h2>"),
            "Ferries move to the north bank");
}

TEST(ChooseTitle, WhatTheEditorsWroteWhereAllElseIsMadeForSearch) {
  const std::string search = "Pier Elm: when it closes and where ferries go";
  EXPECT_EQ(
      title_of("<title>" + search + "</title>" + data_title(search) +
                   "<meta property=og:title content='The old lady of the bay takes her leave'>",
               "<h1>" + search + "</h1>"),
      "The old lady of the bay takes her leave");
}

TEST(ChooseTitle, ANearCopyForOtherSitesIsNoOtherHeadline) {
  const std::string headline = "Old pier closes and ferries move to the north bank in May";
  const std::string near = "Old pier closes and ferries move to the south bank in May";
  EXPECT_EQ(title_of("<title>" + headline + "</title>" + data_title(headline) +
                         "<meta property=og:title content='" + near + "'>" +
                         "<meta name=twitter:title content='" + headline + "'>",
                     "<h1>" + headline + "</h1>"),
            headline);
}

TEST(ChooseTitle, AHeadingWithoutAWordOfWhatThePageSaysIsNone) {
  EXPECT_EQ(title_of(meta("Ferries move north when old pier closes"),
                     "<h1>Quay Post back to Quay Post front page</h1>"
                     "<h2>Ferries move north when old pier closes</h2>"),
            "Ferries move north when old pier closes");
}

TEST(ChooseTitle, ALesserHeadingThatIsThePagesTitleBeatsASectionsName) {
  EXPECT_EQ(title_of("<title>Ferries move north when old pier closes | Quay Post</title>",
                     "<h1>Harbours and Ferries Desk</h1>"
                     "<h2>Ferries move north when old pier closes</h2>"),
            "Ferries move north when old pier closes");
  EXPECT_EQ(title_of("<title>Ferries move north when old pier closes | Quay Post</title>",
                     "<h1>Old pier closes and the ferries move to the north bank</h1>"
                     "<h2>Ferries move north when old pier closes</h2>"),
            "Old pier closes and the ferries move to the north bank");
}

TEST(ChooseTitle, NothingIsCutFromATitleThatIsAHeading) {
  EXPECT_EQ(title_of("<title>quay_of_elm: Progress report #39</title>",
                     "<h2>quay_of_elm: Progress report #39</h2>"),
            "quay_of_elm: Progress report #39");
}

TEST(ChooseTitle, TheSitesNameBeforeAHeadingIsCutWithoutASignBetween) {
  model::Capture capture = html_capture(
      "<html><head><title>quaypost.example Ferries move north</title></head><body>"
      "<h3>Ferries move north</h3><p>The members voted to close the old pier next month, and the "
      "ferries will leave from the north bank until a new one has been built.</p></body></html>");
  capture.url = "https://www.quaypost.example/news/pier";
  const auto articles = clean_capture(capture);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "Ferries move north");
}

TEST(ChooseTitle, AHeadingThatSharesASentenceWithTheDataIsAVersionOfTheirs) {
  const std::string words = "Is the bay empty? The hard trade of the last ferrymen";
  EXPECT_EQ(title_of(meta(words) + data_title(words),
                     "<h1>Ferries The hard trade of the last ferrymen: why fewer boats leave the "
                     "harbour of Elm</h1>"),
            words);
  const std::string other = "Is the bay empty? Nobody knows how many boats are left";
  EXPECT_EQ(title_of(meta(other) + data_title(other),
                     "<h1>The last ferrymen of Elm count the boats in the bay</h1>"),
            "The last ferrymen of Elm count the boats in the bay");
}

TEST(ChooseTitle, BehindTheFirstElementOfAHeadingStandsASubtitleOrAButton) {
  const std::string words = "Old pier closes and ferries move north";
  EXPECT_EQ(title_of(meta(words), "<h1>" + words +
                                      "<span class=subtitle>Traders ask the board for help with "
                                      "their rents</span></h1>"),
            words);
  EXPECT_EQ(title_of("<title>Quay Post</title>",
                     "<h1><span>" + words + "</span><span>Traders ask for help</span></h1>"),
            words + " Traders ask for help");
  EXPECT_EQ(title_of("<title>" + words + " | Quay Post</title>",
                     "<h1>" + words + " <a href='/edit'>[edit]</a></h1>"),
            words);
  EXPECT_EQ(title_of(meta(words), "<h1>" + words + ", says the board of traders</h1>"),
            words + ", says the board of traders");
}

TEST(ChooseTitle, AHeadingThatGoesOnBehindAColonIsTheWhole) {
  const std::string words = "Old pier closes and ferries move north";
  EXPECT_EQ(title_of(meta(words) + data_title(words),
                     "<h1>" + words + ": ‘Nobody asked the traders’</h1>"),
            words + ": ‘Nobody asked the traders’");
}

TEST(ChooseTitle, ASubheadWithTheTitlesWordsIsNotTheBeginning) {
  const auto articles = clean_text(
      "<title>Pier</title><body><h1>Notebook of the harbour</h1><article>"
      "<p>The harbour council met on Monday and spoke for nine hours about the old pier, which has "
      "stood in the bay since the first ferries came, and nobody went home before midnight.</p>"
      "<p>The members voted to close it next month, and the ferries will leave from the north bank "
      "until a new one has been built, which may take a year or two, the council said.</p>"
      "<h2>Pier</h2><p>It was built of oak and iron, as the members recalled on Monday.</p>"
      "</article></body>",
      model::Format::kHtml);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_NE(model::body_text(articles[0]).find("harbour council met"), std::string::npos);
}

TEST(ChooseTitle, AWideColonPartsTheOutlet) {
  const auto articles = clean_text(
      "<html "
      "lang=ja><head><title>港の古い桟橋、来月閉鎖へ　：　北陸日日新聞</title></"
      "head><body><h1>港の古い桟橋、"
      "来月閉鎖へ</"
      "h1><p>港湾評議会は月曜日、九時間にわたる議論の末、湾の古い桟橋を来月閉鎖することを決めた。</"
      "p><p>"
      "渡船は新しい桟橋ができるまで北岸から出ると評議会の報道官が記者団に語った。</p></body></"
      "html>",
      model::Format::kHtml);
  ASSERT_EQ(articles.size(), 1u);
  ASSERT_TRUE(articles[0].publisher.has_value());
  EXPECT_EQ(articles[0].publisher->name, "北陸日日新聞");
}

TEST(ChooseTitle, TheSitesNameAsTheFirstHeadingOverTheMenu) {
  const auto articles = clean_text(
      "Northbay Chronicle\n==================\n\n[Home](/) [Harbour](/h) [Sport](/s)\n\nMonday 9 "
      "June 2025 | No. 311\n\n## Old pier closes and ferries move north\n\nThe old pier closes "
      "next "
      "month and the ferries move to the north bank, the harbour council decided on Monday.\n\nThe "
      "members spoke for nine hours, and two of them left the hall before the vote.\n",
      model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "Old pier closes and ferries move north");
  ASSERT_TRUE(articles[0].publisher);
  EXPECT_EQ(articles[0].publisher->name, "Northbay Chronicle");
  EXPECT_EQ(model::main_text(articles[0]).find("Old pier closes and"), std::string::npos);
}

}  // namespace
}  // namespace synoptic::clean
