#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"

namespace synoptic::clean {
namespace {

TEST(MainText, LabelBeforeALinkedHeadlinePointsElsewhereInAnyLanguage) {
  const TestPage page(
      article("<p><b>Soma pia:</b> <a href=/x>Bei ya mafuta yapanda tena</a></p>"
              "<p>Chanzo: <a href=/y>Habari Ziwa</a></p>"));
  EXPECT_EQ(page.reason("Soma pia"), "related");
  EXPECT_NE(page.reason("Chanzo"), "related") << "a source, which origins are read from";
  EXPECT_EQ(page.reason("The county will"), "inside");
}

TEST(MainText, WhatPointsElsewhereBetweenParagraphsHasItsWords) {
  for (const char* label :
       {"\u0394\u03B9\u03B1\u03B2\u03AC\u03C3\u03C4\u03B5 \u03B5\u03C0\u03AF\u03C3\u03B7\u03C2",
        "Lee m\u00E1s", "См. также", "Ayr\u0131ca bak\u0131n\u0131z"}) {
    const auto articles = clean_capture(html_capture(
        "<html><body>" + article(p(std::string(label) + ": <a href=/x>Pontis luminaria</a>")) +
        "</body></html>"));
    ASSERT_EQ(articles.size(), 1u) << label;
    EXPECT_EQ(kinds(articles[0]), "ppP") << label;
  }
  for (const char* note : {"Article continues after this advertisement", "Zobacz wideo",
                           "Empfohlener externer Inhalt", "\u8D44\u6599\u56FE"}) {
    const auto articles =
        clean_capture(html_capture("<html><body>" + article(p(note)) + "</body></html>"));
    ASSERT_EQ(articles.size(), 1u) << note;
    EXPECT_EQ(kinds(articles[0]), "ppP") << note;
  }
}

TEST(MainText, CaptionIsTheShortTextInAPicturesBox) {
  const TestPage page(
      article("<div class=x1><div><img src=a.jpg></div>"
              "<div class=x2>The ferry leaves Norrvik at dawn.</div></div>"));
  const Piece* caption = page.find("at dawn");
  ASSERT_NE(caption, nullptr);
  EXPECT_EQ(caption->kind, model::BlockKind::kCaption);
  EXPECT_FALSE(caption->outside);
}

TEST(MainText, LineUnderItsPictureWithWhoseItIsIsItsCaption) {
  const auto kind = [](const std::string& picture, const std::string& words) {
    const TestPage page(article(picture + p(words)));
    return page.find(words) == nullptr ? model::BlockKind::kTable : page.find(words)->kind;
  };
  const std::string picture = "<p><img src=a.jpg></p>";
  for (const char* words : {"The ferry at dawn. Photo: Tom Fell", "The ferry at dawn. (AP)"}) {
    EXPECT_EQ(kind(picture, words), model::BlockKind::kCaption) << words;
  }
  EXPECT_EQ(kind(picture, "The ferry left the quay at dawn."), model::BlockKind::kParagraph);
}

TEST(MainText, PicturesOfPagesForPhonesHaveCaptions) {
  const TestPage page(
      article("<div class=x1><amp-img src=a.jpg></amp-img>"
              "<div class=x2>The ferry leaves Norrvik at dawn.</div></div>"));
  ASSERT_NE(page.find("at dawn"), nullptr);
  EXPECT_EQ(page.find("at dawn")->kind, model::BlockKind::kCaption);
}

TEST(MainText, CaptionMayBeNamedByAnElementInsideItsBlock) {
  const TestPage page(article("<div><span class='photo-caption'>Ferries at the quay</span></div>"));
  EXPECT_EQ(page.find("at the quay")->kind, model::BlockKind::kCaption);
}

TEST(MainText, ParagraphBesideAPictureStaysAParagraph) {
  const TestPage page(
      article("<section><img src=a.jpg><p>" + std::string(kThird) + kSecond + "</p></section>"));
  EXPECT_EQ(page.find("Fishermen")->kind, model::BlockKind::kParagraph);
  EXPECT_EQ(page.reason("The county will now"), "inside");
}

TEST(MainText, FormsAndTheirLabelsAreNoText) {
  const TestPage page(
      article("<form><p>Tell us what you think of the ferry.</p>"
              "<fieldset><div>I agree to everything.</div></fieldset></form>"));
  EXPECT_EQ(page.reason("Tell us"), "control");
  EXPECT_EQ(page.reason("I agree"), "control");
}

TEST(MainText, ShortLineInNoParagraphIsLeftOutWhereTextStandsInParagraphs) {
  const TestPage page(article("<div>5 hours ago</div><div>Who pays for it?</div>", p(kFirst + 10)));
  EXPECT_EQ(page.reason("5 hours ago"), "boilerplate");
  EXPECT_EQ(page.reason("Who pays"), "inside");
}

TEST(MainText, TextInDivsIsText) {
  const std::string text = std::string("<div>") + kFirst + "</div><div>He agreed.</div><div>" +
                           kSecond + "</div><div>" + kThird + "</div>";
  const TestPage page("<article><h1>Ferry stays free</h1>" + text + "</article>");
  EXPECT_EQ(page.reason("He agreed"), "inside");
}

TEST(MainText, BoxUnderAReadAlsoLabelIsLeftOutWhole) {
  const TestPage page(
      article("<div><div><p class=t>Read also</p></div><div><p>The old bridge will be "
              "painted in the colours of the county this year.</p></div></div>"));
  EXPECT_EQ(page.reason("Read also"), "related");
  EXPECT_EQ(page.reason("old bridge"), "related");
  EXPECT_EQ(page.reason("The county will now"), "inside");
}

TEST(MainText, NameOfAStatedAuthorIsAByline) {
  const TestPage page(article("<p><strong>Maren Osk</strong></p><p>Maren Osk was there.</p>"),
                      "<meta name=author content='Maren Osk'>");
  EXPECT_EQ(page.draft.pieces[3].reason, "byline");
  EXPECT_EQ(page.reason("was there"), "inside");
}

TEST(MainText, NotesInItalicsAroundTheTextAreLeftOut) {
  const TestPage page(article("<p><em>They were tired.</em></p>",
                              "<p><em>This report first ran in the weekly.</em></p>"));
  EXPECT_EQ(page.reason("first ran"), "note");
  EXPECT_EQ(page.reason("They were tired"), "inside");
}

TEST(MainText, ParagraphsWithoutTheBodysClassAroundItAreText) {
  const auto classed = [](std::string_view text) {
    return "<p class=article-text>" + std::string(text) + "</p>";
  };
  const TestPage page(
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
  const TestPage page(article("<p>&gt;&gt; <a href=/x>All timetables</a> of the islands</p>"));
  EXPECT_EQ(page.reason("All timetables"), "related");
}

TEST(MainText, ParagraphInsideALinkIsACard) {
  const TestPage page(article("",
                              "<a href=/insurance><p>Most people know today that homes and boats "
                              "have to be insured, and few think of themselves.</p></a>"));
  EXPECT_EQ(page.reason("Most people"), "related");
}

TEST(MainText, WordsForOtherReadersDoNotCutALine) {
  const TestPage page(
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
  const TestPage page(
      article("<p><a href=/c/1>Harbour Lines</a>" + box +
              " of Brelo pays for the pier, which is an old one, says the mayor.</p>"));
  EXPECT_EQ(page.reason("Harbour Lines of Brelo pays for the pier"), "inside");
  EXPECT_EQ(page.reason("Ferries run late again"), "hidden");
}

TEST(MainText, LeadUnderAHeadlineAmongMenusIsText) {
  const TestPage page("<div class=teaser><h1>Ferry stays free</h1></div><div class=article-lead>" +
                      p("The boats go on as they do, says the council.") +
                      "</div><div class=article-body>" + p(kFirst) + p(kSecond) + p(kThird) +
                      "</div>");
  EXPECT_EQ(page.reason("The boats go on"), "inside");
}

TEST(MainText, HeadingOverPicturesBehindTheTextIsNoPartOfIt) {
  const TestPage page(article("",
                              "<h3>More to see today</h3><figure><img src=a.jpg><figcaption>Boats "
                              "at dawn</figcaption></figure>"));
  EXPECT_EQ(page.reason("More to see"), "related");
}

TEST(MainText, WhatIsAskedOfReadersBelowTheTextIsLeftOut) {
  const TestPage page(
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
    const TestPage page(article("", "<h3>" + label + "</h3>" + box));
    EXPECT_EQ(page.reason(label), "note");
    EXPECT_EQ(page.reason("Ann Gull"), "note") << label;
    EXPECT_EQ(page.reason("The county"), "inside") << label;
  }
  const TestPage inner("<article><h1>Ferry stays free</h1><h3>About the author</h3>" + p(kFirst) +
                       p(kSecond) + p(kThird) + "</article>");
  EXPECT_EQ(inner.reason("The council"), "inside") << "more than a box stands below it";
}

TEST(MainText, ButtonForCommentsBetweenParagraphsDoesNotEndTheText) {
  const TestPage page(article(p("Join the conversation")));
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
  const TestPage page(article("", "<p><a href=/c>Please Add Comments</a></p>" + talk));
  EXPECT_EQ(page.reason("late again"), "comments");
  EXPECT_EQ(page.reason("pay for this"), "comments");
  EXPECT_EQ(page.reason("The county will"), "inside");
  const TestPage asked(article("", "<p>Three readers on the ferry</p>" + talk));
  EXPECT_EQ(asked.reason("live out there"), "inside") << "without the button it is the text's";
}

TEST(MainText, WhatIsRepliedToIsTalkWhateverItsElementsAreCalled) {
  const auto said = [](std::string_view words) {
    return "<div><b>Anna</b>" + p(words) + "<a href=#>Reply</a> <a href=#>Report abuse</a></div>";
  };
  const TestPage page(
      article("", said("I have lived on the islands for many years, and I can tell you "
                       "that nobody there wants a bridge.") +
                      said("Boats are for tourists, they say, and so do I.")));
  EXPECT_EQ(page.reason("I have lived"), "comments");
  EXPECT_EQ(page.reason("Boats are for"), "comments");
  EXPECT_EQ(page.reason("The county will"), "inside");
}

TEST(MainText, WordsOfAParagraphSetLargeBesideItAreACopy) {
  const TestPage page(
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
  const TestPage page(article(
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
  EXPECT_EQ(TestPage(body).reason("Boats go on"), "note");
  EXPECT_EQ(TestPage(body, "<meta name=description content='" + lead + "'>").reason("Boats go on"),
            "inside");
}

TEST(MainText, TextThatConsistsOfLinksIsAboutThem) {
  std::string items;
  for (const char* words : {"The ferry to the islands stays free", "The bridge is painted in white",
                            "The school in the harbour opens in May", "The mayor has a new boat"}) {
    items += "<li><a href=/x>" + std::string(words) + "</a></li>";
  }
  const TestPage page("<article><h1>Ferry stays free</h1>" +
                      p("What the town of Norrvik talked of in the week that ends today:") +
                      "<ul>" + items + "</ul></article>");
  EXPECT_EQ(page.reason("The bridge is"), "inside");
  EXPECT_EQ(TestPage(article("<ul>" + items + "</ul>")).reason("The bridge is"), "related");
}

TEST(MainText, TextWhoseEveryPartIsCalledAWidgetIsText) {
  const auto part = [](std::string_view words) {
    return "<div class=widget><div>" + p(words) + "</div></div>";
  };
  const TestPage page("<div><h1>Ferry stays free</h1>" + part(kFirst) + part(kSecond) +
                      part(kThird) + "</div>");
  EXPECT_EQ(page.reason("Fishermen"), "inside");
  EXPECT_EQ(page.reason("The county"), "inside");
}

}  // namespace
}  // namespace synoptic::clean
