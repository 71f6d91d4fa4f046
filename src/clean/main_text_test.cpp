#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "clean/draft.h"
#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const char* const kFirst =
    "The council of Norrvik voted late on Tuesday to keep the ferry to the islands free of charge, "
    "after a debate that filled the hall and lasted for more than five hours.";
const char* const kSecond =
    "Fishermen had warned that a fare would empty the smaller harbours within a year, while the "
    "treasurer said that the town could not pay for the boats alone.";
const char* const kThird =
    "The county will now be asked for a third of the cost, and its answer is expected before the "
    "summer timetable begins in the first week of May.";

struct Page {
  model::Capture capture;
  Draft draft;

  explicit Page(std::string body, std::string head = {}) {
    capture.text = "<html><head><title>Ferry stays free</title>" + head + "</head><body>" +
                   std::move(body) + "</body></html>";
    capture.url = "https://www.example.com/2026/04/02/ferry.html";
    capture.format = model::Format::kHtml;
    draft = read_html(capture, test_knowledge());
  }
  const Piece* find(std::string_view words) const {
    const auto found = std::find_if(draft.pieces.begin(), draft.pieces.end(), [&](const Piece& p) {
      return p.text.find(words) != std::string::npos && p.reason != "script";
    });
    return found == draft.pieces.end() ? nullptr : &*found;
  }
  std::string reason(std::string_view words) const {
    const Piece* piece = find(words);
    if (piece == nullptr) return "absent";
    return std::string(piece->outside ? piece->reason : "inside");
  }
};

std::string p(std::string_view text) { return "<p>" + std::string(text) + "</p>"; }

// An article of three paragraphs with something between the second and the third.
std::string article(std::string_view inside, std::string_view behind = {}) {
  return "<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + std::string(inside) +
         p(kThird) + std::string(behind) + "</article>";
}

TEST(MainText, LabelBeforeALinkedHeadlinePointsElsewhereInAnyLanguage) {
  const Page page(
      article("<p><b>Soma pia:</b> <a href=/x>Bei ya mafuta yapanda tena</a></p>"
              "<p>Chanzo: <a href=/y>Habari Ziwa</a></p>"));
  EXPECT_EQ(page.reason("Soma pia"), "related");
  EXPECT_NE(page.reason("Chanzo"), "related") << "a source, which origins are read from";
  EXPECT_EQ(page.reason("The county will"), "inside");
}

TEST(MainText, CaptionIsTheShortTextInAPicturesBox) {
  const Page page(
      article("<div class=x1><div><img src=a.jpg></div>"
              "<div class=x2>The ferry leaves Norrvik at dawn.</div></div>"));
  const Piece* caption = page.find("at dawn");
  ASSERT_NE(caption, nullptr);
  EXPECT_EQ(caption->kind, model::BlockKind::kCaption);
  EXPECT_FALSE(caption->outside);
}

TEST(MainText, CaptionMayBeNamedByAnElementInsideItsBlock) {
  const Page page(article("<div><span class='photo-caption'>Ferries at the quay</span></div>"));
  EXPECT_EQ(page.find("at the quay")->kind, model::BlockKind::kCaption);
}

TEST(MainText, ParagraphBesideAPictureStaysAParagraph) {
  const Page page(
      article("<section><img src=a.jpg><p>" + std::string(kThird) + kSecond + "</p></section>"));
  EXPECT_EQ(page.find("Fishermen")->kind, model::BlockKind::kParagraph);
  EXPECT_EQ(page.reason("The county will now"), "inside");
}

TEST(MainText, FormsAndTheirLabelsAreNoText) {
  const Page page(
      article("<form><p>Tell us what you think of the ferry.</p>"
              "<fieldset><div>I agree to everything.</div></fieldset></form>"));
  EXPECT_EQ(page.reason("Tell us"), "control");
  EXPECT_EQ(page.reason("I agree"), "control");
}

TEST(MainText, ShortLineInNoParagraphIsLeftOutWhereTextStandsInParagraphs) {
  const Page page(article("<div>5 hours ago</div><div>Who pays for it?</div>", p(kFirst + 10)));
  EXPECT_EQ(page.reason("5 hours ago"), "boilerplate");
  EXPECT_EQ(page.reason("Who pays"), "inside");
}

TEST(MainText, TextInDivsIsText) {
  const std::string text = std::string("<div>") + kFirst + "</div><div>He agreed.</div><div>" +
                           kSecond + "</div><div>" + kThird + "</div>";
  const Page page("<article><h1>Ferry stays free</h1>" + text + "</article>");
  EXPECT_EQ(page.reason("He agreed"), "inside");
}

TEST(MainText, BoxUnderAReadAlsoLabelIsLeftOutWhole) {
  const Page page(
      article("<div><div><p class=t>Read also</p></div><div><p>The old bridge will be "
              "painted in the colours of the county this year.</p></div></div>"));
  EXPECT_EQ(page.reason("Read also"), "related");
  EXPECT_EQ(page.reason("old bridge"), "related");
  EXPECT_EQ(page.reason("The county will now"), "inside");
}

TEST(MainText, NameOfAStatedAuthorIsAByline) {
  const Page page(article("<p><strong>Maren Osk</strong></p><p>Maren Osk was there.</p>"),
                  "<meta name=author content='Maren Osk'>");
  EXPECT_EQ(page.draft.pieces[3].reason, "byline");
  EXPECT_EQ(page.reason("was there"), "inside");
}

TEST(MainText, NotesInItalicsAroundTheTextAreLeftOut) {
  const Page page(article("<p><em>They were tired.</em></p>",
                          "<p><em>This report first ran in the weekly.</em></p>"));
  EXPECT_EQ(page.reason("first ran"), "note");
  EXPECT_EQ(page.reason("They were tired"), "inside");
}

TEST(MainText, ParagraphsWithoutTheBodysClassAroundItAreText) {
  const auto classed = [](std::string_view text) {
    return "<p class=article-text>" + std::string(text) + "</p>";
  };
  const Page page(
      "<div><p>Timetables and fares of the year</p><h1>Ferry stays free</h1>"
      "<p data-role=deck>The boats go on as they do</p><div>By Anna Berg</div>" +
      classed(kFirst) + p(kSecond) + classed(kThird) +
      "<p>Nobody was against it.</p><div><p>One more paper for the islands.</p></div>"
      "</div>");
  EXPECT_EQ(page.reason("The boats go on"), "inside");
  EXPECT_EQ(page.reason("Nobody was against it"), "inside");
  EXPECT_NE(page.reason("Timetables and fares"), "inside");
  EXPECT_NE(page.reason("One more paper"), "inside");
}

TEST(MainText, LinesThatPointElsewhereAreLeftOut) {
  const Page page(article("<p>&gt;&gt; <a href=/x>All timetables</a> of the islands</p>"));
  EXPECT_EQ(page.reason("All timetables"), "related");
}

TEST(MainText, ParagraphInsideALinkIsACard) {
  const Page page(article("",
                          "<a href=/insurance><p>Most people know today that homes and boats "
                          "have to be insured, and few think of themselves.</p></a>"));
  EXPECT_EQ(page.reason("Most people"), "related");
}

TEST(MainText, WordsForOtherReadersDoNotCutALine) {
  const Page page(
      article("<p>The <abbr class=has-tooltip>OSTA<span class=tooltip aria-hidden=true>Office of "
              "ships</span></abbr> says that<span class=sr-only>(new window)</span>boats are "
              "old.</p>"));
  EXPECT_EQ(page.reason("The OSTA says that boats are old."), "inside");
  EXPECT_EQ(page.reason("Office of"), "hidden");
}

TEST(MainText, APopUpInASentenceDoesNotCutIt) {
  const std::string box =
      "<span class=icon><a href=#></a>&nbsp;<span style='display:none'><span><b><a "
      "href=/c/1>Harbour "
      "Lines</a></b><span>The latest</span><span><a href=/x>Ferries run late again</a></span>"
      "<a href=#>Follow it</a></span></span></span>";
  const Page page(article("<p><a href=/c/1>Harbour Lines</a>" + box +
                          " of Brelo pays for the pier, which is an old one, says the mayor.</p>"));
  EXPECT_EQ(page.reason("Harbour Lines of Brelo pays for the pier"), "inside");
  EXPECT_EQ(page.reason("Ferries run late again"), "hidden");
}

TEST(MainText, LeadUnderAHeadlineAmongMenusIsText) {
  const Page page("<div class=teaser><h1>Ferry stays free</h1></div><div class=article-lead>" +
                  p("The boats go on as they do, says the council.") +
                  "</div><div class=article-body>" + p(kFirst) + p(kSecond) + p(kThird) + "</div>");
  EXPECT_EQ(page.reason("The boats go on"), "inside");
}

TEST(MainText, HeadingOverPicturesBehindTheTextIsNoPartOfIt) {
  const Page page(article("",
                          "<h3>More to see today</h3><figure><img src=a.jpg><figcaption>Boats "
                          "at dawn</figcaption></figure>"));
  EXPECT_EQ(page.reason("More to see"), "related");
}

TEST(MainText, WhatIsAskedOfReadersBelowTheTextIsLeftOut) {
  const Page page(
      article("",
              "<p>Anna Berg covers the harbours of the north. Follow her on Twitter.</p>"
              "<p>Lars Holm is a reporter who writes of towns.</p>"
              "<p>Anna Berg said that she did not mind.</p>"),
      "<meta name=author content='Lars Holm'>");
  EXPECT_EQ(page.reason("Anna Berg covers"), "note");
  EXPECT_EQ(page.reason("Lars Holm is"), "note");
  EXPECT_EQ(page.reason("Anna Berg said"), "inside");
}

TEST(MainText, LastBoxUnderAHeadingAboutTheWriterOrThePressIsLeftOut) {
  const std::string box = p("Ann Gull has walked the coast for ten years.");
  for (const std::string label : {"About the Author", "Media enquiries:", "Pressekontakt"}) {
    const Page page(article("", "<h3>" + label + "</h3>" + box));
    EXPECT_EQ(page.reason(label), "note");
    EXPECT_EQ(page.reason("Ann Gull"), "note") << label;
    EXPECT_EQ(page.reason("The county"), "inside") << label;
  }
  const Page inner("<article><h1>Ferry stays free</h1><h3>About the author</h3>" + p(kFirst) +
                   p(kSecond) + p(kThird) + "</article>");
  EXPECT_EQ(inner.reason("The council"), "inside") << "more than a box stands below it";
}

TEST(MainText, ButtonForCommentsBetweenParagraphsDoesNotEndTheText) {
  const Page page(article(p("Join the conversation")));
  EXPECT_EQ(page.reason("Join the conversation"), "comments");
  EXPECT_EQ(page.reason("The county"), "inside");
}

TEST(MainText, WhatSpeakersSayUnderAButtonForCommentsIsTalk) {
  const auto said = [](std::string_view name, std::string_view words) {
    return "<p><b>" + std::string(name) + "</b><br>" + std::string(words) + "</p><hr>";
  };
  const std::string talk = said("Lin", "I took it last week and it was late again, as ever.") +
                           said("Norrvik Lad", "They should have asked those who live out there.") +
                           said("M.P", "Free for whom? We will all pay for this in the end.");
  const Page page(article("", "<p><a href=/c>Please Add Comments</a></p>" + talk));
  EXPECT_EQ(page.reason("late again"), "comments");
  EXPECT_EQ(page.reason("pay for this"), "comments");
  EXPECT_EQ(page.reason("The county will"), "inside");
  const Page asked(article("", "<p>Three readers on the ferry</p>" + talk));
  EXPECT_EQ(asked.reason("live out there"), "inside") << "without the button it is the text's";
}

TEST(MainText, WhatIsRepliedToIsTalkWhateverItsElementsAreCalled) {
  const auto said = [](std::string_view words) {
    return "<div><b>Anna</b>" + p(words) + "<a href=#>Reply</a> <a href=#>Report abuse</a></div>";
  };
  const Page page(article("", said("I have lived on the islands for many years, and I can tell you "
                                   "that nobody there wants a bridge.") +
                                  said("Boats are for tourists, they say, and so do I.")));
  EXPECT_EQ(page.reason("I have lived"), "comments");
  EXPECT_EQ(page.reason("Boats are for"), "comments");
  EXPECT_EQ(page.reason("The county will"), "inside");
}

TEST(MainText, WordsOfAParagraphSetLargeBesideItAreACopy) {
  const Page page(
      article("<aside><p class=large>A fare would empty the smaller harbours.</p></aside>"
              "<p>A fare would empty the smaller harbours. So say those who know the sea "
              "and have to live by it.</p>"));
  const auto copies = std::count_if(
      page.draft.pieces.begin(), page.draft.pieces.end(),
      [](const Piece& piece) { return piece.text.starts_with("A fare") && !piece.outside; });
  EXPECT_EQ(copies, 1);
  EXPECT_EQ(page.reason("So say those"), "inside");
}

TEST(MainText, SentencesInABarOfToolsAndSubheadsNamedDatesAreText) {
  const Page page(article(
      "<div class=share><p>The harbour master has written to all owners of large boats, and has "
      "asked them to come to the town hall on Friday.</p><p>Share this</p></div>"
      "<h3 class=date>11.04: Boats are counted again</h3>"));
  EXPECT_EQ(page.reason("The harbour master"), "inside");
  EXPECT_EQ(page.reason("Share this"), "share");
  EXPECT_EQ(page.reason("11.04: Boats"), "inside");
}

TEST(MainText, LeadInItalicsThatTheMetadataQuoteIsText) {
  const std::string lead = "Boats go on as before, and the town will look for the money elsewhere.";
  const std::string body = "<article><h1>Ferry stays free</h1><p><em>" + lead + "</em></p>" +
                           p(kFirst) + p(kSecond) + p(kThird) + "</article>";
  EXPECT_EQ(Page(body).reason("Boats go on"), "note");
  EXPECT_EQ(Page(body, "<meta name=description content='" + lead + "'>").reason("Boats go on"),
            "inside");
}

TEST(MainText, TextThatConsistsOfLinksIsAboutThem) {
  std::string items;
  for (const char* words : {"The ferry to the islands stays free", "The bridge is painted in white",
                            "The school in the harbour opens in May", "The mayor has a new boat"}) {
    items += "<li><a href=/x>" + std::string(words) + "</a></li>";
  }
  const Page page("<article><h1>Ferry stays free</h1>" +
                  p("What the town of Norrvik talked of in the week that ends today:") + "<ul>" +
                  items + "</ul></article>");
  EXPECT_EQ(page.reason("The bridge is"), "inside");
  EXPECT_EQ(Page(article("<ul>" + items + "</ul>")).reason("The bridge is"), "related");
}

TEST(MainText, TextWhoseEveryPartIsCalledAWidgetIsText) {
  const auto part = [](std::string_view words) {
    return "<div class=widget><div>" + p(words) + "</div></div>";
  };
  const Page page("<div><h1>Ferry stays free</h1>" + part(kFirst) + part(kSecond) + part(kThird) +
                  "</div>");
  EXPECT_EQ(page.reason("Fishermen"), "inside");
  EXPECT_EQ(page.reason("The county"), "inside");
}

TEST(MainText, EmbeddedPostIsListedAsOne) {
  const Page page(
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
  EXPECT_EQ(Page(article({}, list + "</ul>")).reason("09:25"), "related");
}

TEST(MainText, CounterBeforeAParagraphIsCutOff) {
  const Page page(article("<p><a href=#c>12</a>Nobody spoke against the plan in the end.</p>"));
  ASSERT_NE(page.find("Nobody spoke"), nullptr);
  EXPECT_EQ(page.find("Nobody spoke")->text, "Nobody spoke against the plan in the end.");
  const Span span = page.find("Nobody spoke")->span;
  EXPECT_EQ(page.capture.text.substr(span.begin, 6), "Nobody");
}

TEST(MainText, HiddenNameBeatsAContentName) {
  const Page page(
      article("<div class='intro-body hidden'><p>Subscribers read all of it.</p></div>"
              "<div class='hidden md:block'><p>Boats run twice a day.</p></div>"));
  EXPECT_EQ(page.reason("Subscribers"), "hidden");
  EXPECT_EQ(page.reason("Boats run"), "inside");
}

TEST(MainText, HeadingThatWasNeverClosedHoldsParagraphs) {
  const Page page("<h1>Ferry stays free</h1><div><h4><div>" + std::string(kFirst) + "</div><div>" +
                  kSecond + "</div><div>" + kThird + "</div><div>It was late.</div></h4></div>");
  EXPECT_EQ(page.find("The council")->kind, model::BlockKind::kParagraph);
  EXPECT_EQ(page.reason("The council"), "inside");
}

TEST(MainText, NextArticleOnThePageIsCutOff) {
  const std::string next = "<h1 class=hl>Bridge to be painted</h1>" +
                           p("The old bridge over the sound will be painted this year, the county "
                             "said, and walkers will have to take the tunnel until then.");
  const Page page("<main><article><h1 class=hl>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                  p(kThird) + "</article><article>" + next + "</article></main>");
  EXPECT_EQ(page.reason("The council"), "inside");
  EXPECT_NE(page.reason("The old bridge"), "inside");
}

TEST(MainText, StandfirstThatTheMetadataQuoteIsText) {
  const Page page(
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
  const Page page(article("<p>The vote was open and its outcome clear: nineteen to four.</p>"
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
  const Page page("<h1>Ferry stays free</h1><script id=data type='application/json'>" + state(9) +
                  "</script>");
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
  const Page page(
      "<h1>Ferry stays free</h1>" +
      p("Please wait until the page has been loaded, or turn on the scripts of your browser.") +
      "<script id=data type='application/json'>" + state(9) + "</script>");
  EXPECT_EQ(page.reason("Part 3"), "inside");
  EXPECT_EQ(page.reason("Please wait"), "boilerplate");
}

TEST(MainText, BodyNameOnEachParagraph) {
  const auto named = [](const std::string& text) { return "<p class=post-body>" + text + "</p>"; };
  const Page page(
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
    return Page("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                p(kFirst + std::string(" Again.")) + line + p(kSecond + std::string(" Again.")) +
                "</article>")
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
  const Page page(
      "<article><div><h1>Ferry stays free</h1><div class=sc-x><span>Quay Post</span>"
      "<time>Sunday 19 January, 10:47</time><span>Changed <time>Sunday 19 January, "
      "12:05</time></span></div></div>" +
      p(kFirst) + p(kSecond) + p(kThird) + "</article>");
  EXPECT_EQ(page.reason("Quay Post"), "date");
}

TEST(MainText, PullQuoteThatLeavesOutTheSpeaker) {
  const Page page("<article><h1>Ferry stays free</h1>" +
                  p("Two boats went north. “They build there,” Reuter says, “and they listen "
                    "there.”") +
                  "<blockquote class=q><p>“They build there, and they listen there.”</p>"
                  "</blockquote>" +
                  p(kFirst) + p(kSecond) + p(kThird) + "</article>");
  EXPECT_EQ(page.reason("“They build there, and"), "repeated");
}

TEST(MainText, LinkThatTellsItOpensATab) {
  const Page page(
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
    const Page page("<h1>Ferry stays free</h1>" + p(kFirst) + "<script type='application/json'>" +
                    json + "</script>");
    EXPECT_EQ(page.reason("The council"), "inside");
  }
}

TEST(MainText, TextThatRepeatsItselfIsKeptAndACopyIsNot) {
  const Page once("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                  "<div class=phone>" + p(kSecond) + "</div>" + p(kThird) + "</article>");
  EXPECT_EQ(std::count_if(once.draft.pieces.begin(), once.draft.pieces.end(),
                          [](const Piece& piece) { return piece.reason == "repeated"; }),
            1);
  const Page litany("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kFirst) + p(kFirst) +
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
  const Page order("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                   "<form>" + fields + "</form></article>");
  EXPECT_EQ(order.reason("I have read"), "control");
  EXPECT_EQ(order.reason("The council"), "inside");
  const Page around("<form><article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                    p(kThird) + "</article>" + fields + "</form>");
  EXPECT_EQ(around.reason("The council"), "inside");
}

TEST(MainText, PostsAreToldByTheirSignature) {
  const Page page("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                  "<blockquote><p>Good news for everyone who takes the boat.</p>"
                  "— Anna Berg (@annaberg) <a href='/x'>May 4, 2023</a></blockquote>" +
                  p(kThird) + "</article>");
  EXPECT_EQ(page.reason("Good news"), "embedded_post");
}

}  // namespace
}  // namespace synoptic::clean
