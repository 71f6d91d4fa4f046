#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"

namespace synoptic::clean {
namespace {

TEST(MainText, EmbeddedPostIsListedAsOne) {
  const TestPage page(
      article("<blockquote class='twitter-tweet'><p>Free ferries forever, said the "
              "mayor.</p></blockquote><blockquote><p>We won.</p></blockquote>"));
  EXPECT_EQ(page.reason("forever"), "embedded_post");
  EXPECT_EQ(page.reason("We won"), "inside");
}

TEST(MainText, ListOfTheLatestNewsIsNoText) {
  std::string list = "<ul>";
  for (const char* time : {"09:10", "09:25", "10:02", "11:40"}) {
    list += std::string("<li>") + time + " The bus is late again today.</li>";
  }
  EXPECT_EQ(TestPage(article({}, list + "</ul>")).reason("09:25"), "related");
}

TEST(MainText, CounterBeforeAParagraphIsCutOff) {
  const TestPage page(article("<p><a href=#c>12</a>Nobody spoke against the plan in the end.</p>"));
  ASSERT_NE(page.find("Nobody spoke"), nullptr);
  EXPECT_EQ(page.find("Nobody spoke")->text, "Nobody spoke against the plan in the end.");
  const Span span = page.find("Nobody spoke")->span;
  EXPECT_EQ(page.capture.text.substr(span.begin, 6), "Nobody");
}

TEST(MainText, CounterThatIsCalledSoIsCutOffWhateverFollows) {
  const auto counter = [](std::string_view number, std::string_view words) {
    return "<p><a class='comments_count'>" + std::string(number) + "</a>" + std::string(words) +
           "</p>";
  };
  const TestPage page(article(counter("0", "\"Nobody spoke against the plan,\" he said.") +
                              counter("0", "58 boats were counted in the harbour.") +
                              counter("7", "")));
  ASSERT_NE(page.find("Nobody spoke"), nullptr);
  EXPECT_TRUE(page.find("Nobody spoke")->text.starts_with("\"Nobody"));
  EXPECT_TRUE(page.find("boats were")->text.starts_with("58 boats"));
  EXPECT_EQ(page.reason("7"), "comments");
}

TEST(MainText, FootnotesAreNoText) {
  const TestPage page(article({},
                              "<ol class='footnotes'><li id=fn1>See the register of 1411, folio "
                              "23. <a href='#r1'>\u21A9</a></li></ol>"));
  EXPECT_EQ(page.reason("See the register"), "footer");
}

TEST(MainText, NoteOfTheSellerBelowATableOfContents) {
  std::string contents = "<ul>";
  for (int i = 0; i < 14; ++i) contents += "<li><a href='#p'>Part of the guide</a></li>";
  std::string rest;
  for (const char* boat : {"Ada", "Bea", "Cleo", "Dora", "Eva", "Faye", "Gwen", "Hilda", "Ida"}) {
    rest += p(std::string("The boat that is called ") + boat + " leaves the harbour at dawn.");
  }
  const TestPage page("<article><h1>Ferry stays free</h1>" + p(kFirst) + contents + "</ul>" +
                      p("If you buy something using our links, we may earn a commission.") +
                      p(kSecond) + p(kThird) + rest + "</article>");
  EXPECT_EQ(page.reason("If you buy"), "note");
}

TEST(MainText, HiddenNameBeatsAContentName) {
  const TestPage page(
      article("<div class='intro-body hidden'><p>Subscribers read all of it.</p></div>"
              "<div class='hidden md:block'><p>Boats run twice a day.</p></div>"));
  EXPECT_EQ(page.reason("Subscribers"), "hidden");
  EXPECT_EQ(page.reason("Boats run"), "inside");
}

TEST(MainText, HeadingThatWasNeverClosedHoldsParagraphs) {
  const TestPage page("<h1>Ferry stays free</h1><div><h4><div>" + std::string(kFirst) +
                      "</div><div>" + kSecond + "</div><div>" + kThird +
                      "</div><div>It was late.</div></h4></div>");
  EXPECT_EQ(page.find("The council")->kind, model::BlockKind::kParagraph);
  EXPECT_EQ(page.reason("The council"), "inside");
}

TEST(MainText, NextArticleOnThePageIsCutOff) {
  const std::string next = "<h1 class=hl>Bridge to be painted</h1>" +
                           p("The old bridge over the sound will be painted this year, the county "
                             "said, and walkers will have to take the tunnel until then.");
  const TestPage page("<main><article><h1 class=hl>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                      p(kThird) + "</article><article>" + next + "</article></main>");
  EXPECT_EQ(page.reason("The council"), "inside");
  EXPECT_NE(page.reason("The old bridge"), "inside");
}

TEST(MainText, NextArticleIsCutOffWithoutNamesOfItsElements) {
  const std::string words = p(
      "The old bridge over the sound will be painted this year, the county said, and walkers will "
      "have to take the tunnel until then.");
  const auto post = [](std::string_view headline, std::string_view text) {
    return "<div><div><h1>" + std::string(headline) + "</h1><h2>What is known</h2></div><div>" +
           std::string(text) + "</div></div>";
  };
  const std::string first = post("Ferry stays free", p(kFirst) + p(kSecond) + p(kThird));
  const TestPage page("<div>" + first +
                      post("Bridge over the sound to be painted in white", words) + "</div>");
  EXPECT_EQ(page.reason("The council"), "inside");
  EXPECT_NE(page.reason("The old bridge"), "inside");
  // Some pages set all headings of a text so.
  const TestPage parts("<div><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                       "<h1>What becomes of the old bridge</h1>" + words + "</div>");
  EXPECT_EQ(parts.reason("The old bridge"), "inside");
}

TEST(MainText, StandfirstThatTheMetadataQuoteIsText) {
  const TestPage page(
      "<header><h1>Ferry stays free</h1><div>Five hours of debate end in favour of the "
      "islands</div></header><div class='article-body'>" +
          p(kFirst) + p(kSecond) + p(kThird) + "</div>",
      "<meta name=description content='Five hours of debate end in favour of the "
      "islands'>");
  EXPECT_EQ(page.reason("Five hours"), "inside");
}

TEST(MainText, TextOfTheMetadataBoundsTheArticle) {
  const std::string body = std::string(kFirst) + " " + kSecond + " " + kThird + " " +
                           "The vote was open and its outcome clear: nineteen to four. " +
                           "No member was absent, and none asked for it to be repeated.";
  const TestPage page(article("<p>The vote was open and its outcome clear: nineteen to four.</p>"
                              "<p>No member was absent, and none asked for it to be repeated.</p>",
                              "<p>Write to our desk with your own view of it.</p>"),
                      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":"
                      "\"Ferry stays free\",\"articleBody\":\"" +
                          body + "\"}</script>");
  EXPECT_EQ(page.reason("Write to our desk"), "boilerplate");
  EXPECT_EQ(page.reason("The county will now"), "inside");
}

// The state of a page that a script draws: paragraphs of strings, links among them.
std::string state(int paragraphs) {
  std::string json = R"({"props":{"story":{"id":"x","body":{"type":"document","content":[)";
  for (int i = 0; i < paragraphs; ++i) {
    if (i > 0) json += ',';
    json += R"({"type":"paragraph","content":[{"type":"text","value":"Part )" + std::to_string(i) +
            R"( of the story: \u201cthe ferry\u201d stays free, "},{"type":"link","content":[)" +
            R"({"type":"text","value":"the council said"}]},{"type":"text","value":)" +
            R"( ", and the islands will keep all of their boats for another year."}]})";
  }
  return json + "]}}}}";
}

TEST(MainText, ArticleThatOnlyAScriptHoldsKeepsItsBytes) {
  const TestPage page("<h1>Ferry stays free</h1><script id=data type='application/json'>" +
                      state(9) + "</script>");
  const Piece* piece = page.find("Part 3");
  ASSERT_NE(piece, nullptr);
  EXPECT_FALSE(piece->outside);
  EXPECT_EQ(piece->text,
            "Part 3 of the story: “the ferry” stays free, the council said, and the islands will "
            "keep all of their boats for another year.");
  const auto at = static_cast<uint32_t>(piece->text.find("“"));
  const Span quote = piece->source.to_source({at, at + 3});
  EXPECT_EQ(page.capture.text.substr(quote.begin, quote.size()), "\\u201c");
}

TEST(MainText, NoticeBesideTheDataIsNoArticle) {
  const TestPage page(
      "<h1>Ferry stays free</h1>" +
      p("Please wait until the page has been loaded, or turn on the scripts of your browser.") +
      "<script id=data type='application/json'>" + state(9) + "</script>");
  EXPECT_EQ(page.reason("Part 3"), "inside");
  EXPECT_EQ(page.reason("Please wait"), "boilerplate");
}

TEST(MainText, BodyNameOnEachParagraph) {
  const auto named = [](const std::string& text) { return "<p class=post-body>" + text + "</p>"; };
  const TestPage page(
      "<article><h1>Ferry stays free</h1>" + named(kFirst) +
      "<h2>On the other boats</h2><ul><li>The mail boat goes on every Monday.</li></ul>" +
      named(kSecond) + "<p>Those who pay today need not do so tomorrow, he said.</p>" +
      named(kThird) + "</article>");
  EXPECT_EQ(page.reason("On the other"), "inside");
  EXPECT_EQ(page.reason("The mail boat"), "inside");
  EXPECT_EQ(page.reason("Those who pay"), "inside");
}

TEST(MainText, ShortLinesBetweenParagraphs) {
  const auto reason_of = [](const std::string& line) {
    return TestPage("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                    p(kFirst + std::string(" Again.")) + line +
                    p(kSecond + std::string(" Again.")) + "</article>")
        .reason("A slow boat");
  };
  EXPECT_EQ(reason_of("<div><strong>A slow boat</strong></div>"), "inside");
  EXPECT_EQ(reason_of("<b>A slow boat</b>"), "inside");
  EXPECT_EQ(reason_of("A slow boat, the mayor said, was better than none."), "inside");
  EXPECT_EQ(reason_of("<div>A slow boat, the mayor said, was better than none.</div>"), "inside");
  EXPECT_EQ(reason_of("<div class=label>A slow boat, he said, was better than none.</div>"),
            "boilerplate");
  EXPECT_EQ(reason_of("<div><a href=/x><b>A slow boat</b></a></div>"), "boilerplate");
}

TEST(MainText, LineOfTwoTimesIsNoText) {
  const TestPage page(
      "<article><div><h1>Ferry stays free</h1><div class=sc-x><span>Quay Post</span>"
      "<time>Sunday 19 January, 10:47</time><span>Changed <time>Sunday 19 January, "
      "12:05</time></span></div></div>" +
      p(kFirst) + p(kSecond) + p(kThird) + "</article>");
  EXPECT_EQ(page.reason("Quay Post"), "date");
}

TEST(MainText, PullQuoteThatLeavesOutTheSpeaker) {
  const TestPage page("<article><h1>Ferry stays free</h1>" +
                      p("Two boats went north. “They build there,” Reuter says, “and they listen "
                        "there.”") +
                      "<blockquote class=q><p>“They build there, and they listen there.”</p>"
                      "</blockquote>" +
                      p(kFirst) + p(kSecond) + p(kThird) + "</article>");
  EXPECT_EQ(page.reason("“They build there, and"), "repeated");
}

TEST(MainText, LinkThatTellsItOpensATab) {
  const TestPage page(
      "<article><h1>Ferry stays free</h1><p>The lender <a href=/q>(NRBK)<span>, opens "
      "new tab</span></a> said on Tuesday that it would cut 800 jobs.</p>" +
      p(kFirst) + p(kSecond) + "</article>");
  ASSERT_NE(page.find("The lender"), nullptr);
  EXPECT_EQ(page.find("The lender")->text,
            "The lender (NRBK) said on Tuesday that it would cut 800 jobs.");
}

TEST(MainText, BrokenDataOfAScriptDoNoHarm) {
  for (const std::string& json : std::vector<std::string>{
           state(9).substr(0, 900), std::string(3000, '['),
           "{\"articleBody\":" + std::string(2000, '{'), "[" + std::string(1200, ' ') + "\"\\u12",
           "{\"a\":" + std::string(1200, '1')}) {
    const TestPage page("<h1>Ferry stays free</h1>" + p(kFirst) +
                        "<script type='application/json'>" + json + "</script>");
    EXPECT_EQ(page.reason("The council"), "inside");
  }
}

TEST(MainText, TextThatRepeatsItselfIsKeptAndACopyIsNot) {
  const TestPage once("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                      "<div class=phone>" + p(kSecond) + "</div>" + p(kThird) + "</article>");
  EXPECT_EQ(std::count_if(once.draft.pieces.begin(), once.draft.pieces.end(),
                          [](const Piece& piece) { return piece.reason == "repeated"; }),
            1);
  const TestPage litany("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kFirst) + p(kFirst) +
                        "</article>");
  EXPECT_EQ(std::count_if(litany.draft.pieces.begin(), litany.draft.pieces.end(),
                          [](const Piece& piece) { return piece.reason == "repeated"; }),
            0);
}

TEST(MainText, WhatIsSaidBetweenTheFieldsOfAFormIsNoText) {
  const std::string fields =
      "<p>Order number: <input type=TEXT name=a></p><p>Address: <input name=b></p>"
      "<p>I have read the rules, and what I have written above is true.</p>"
      "<p><input type=checkbox name=c> Yes, send it to me by post on weekdays only.</p>";
  const TestPage order("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                       "<form>" + fields + "</form></article>");
  EXPECT_EQ(order.reason("I have read"), "control");
  EXPECT_EQ(order.reason("The council"), "inside");
  const TestPage around("<form><article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                        p(kThird) + "</article>" + fields + "</form>");
  EXPECT_EQ(around.reason("The council"), "inside");
}

TEST(MainText, PostsAreToldByTheirSignature) {
  const TestPage page("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                      "<blockquote><p>Good news for everyone who takes the boat.</p>"
                      "— Anna Berg (@annaberg) <a href='/x'>May 4, 2023</a></blockquote>" +
                      p(kThird) + "</article>");
  EXPECT_EQ(page.reason("Good news"), "embedded_post");
}

}  // namespace
}  // namespace synoptic::clean
