// Names of elements that tell less, or more, than they seem to.
#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"

namespace synoptic::clean {
namespace {

const char* const kFourth =
    "Shopkeepers on the quay hope that visitors will come in greater numbers now, since a crossing "
    "has cost as much as a night in one of the smaller inns.";

std::string div(std::string_view names, std::string_view inside) {
  return "<section><div class='" + std::string(names) + "'>" + std::string(inside) +
         "</div></section>";
}

TEST(MainTextNames, PartsOfATextShareOneOfTheirNames) {
  for (const char* name : {"RichText", "article-body", "entry-content"}) {
    const std::string first = std::string(name) + " first-part w8", rest = name;
    const TestPage page("<h1>Ferry stays free</h1><main>" + div(first, p(kFirst) + p(kSecond)) +
                        "<section class=ad><p>Buy a boat.</p></section>" +
                        div(rest, p(kThird) + p(kFourth)) + "</main>");
    EXPECT_EQ(page.reason("The council"), "inside") << name;
    EXPECT_EQ(page.reason("The county"), "inside") << name;
    EXPECT_EQ(page.reason("Shopkeepers"), "inside") << name;
  }
  const TestPage stated("<h1>Ferry stays free</h1><main><div itemprop=articleBody class=a>" +
                        p(kFirst) + p(kSecond) + "</div><div itemprop=articleBody class=b>" +
                        p(kThird) + p(kFourth) + "</div></main>");
  EXPECT_EQ(stated.reason("Shopkeepers"), "inside");
}

TEST(MainTextNames, WordInTheClassOfARunningParagraphTellsNothing) {
  for (const char* name : {"searchTarget", "has-ad", "comment-anchor", "hidden-print"}) {
    const std::string named = "<p class='" + std::string(name) + "'>" + kSecond + "</p>";
    const TestPage page("<article><h1>Ferry stays free</h1>" + p(kFirst) + named + p(kThird) +
                        p(kFourth) + "</article>");
    EXPECT_EQ(page.reason("Fishermen"), "inside") << name;
  }
  const TestPage box("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kThird) + p(kFourth) +
                     "<div class=related>" + p(kSecond) + "</div></article>");
  EXPECT_EQ(box.reason("Fishermen"), "related");
}

TEST(MainTextNames, TextWhoseParagraphsAllHaveSuchAWordIsKept) {
  for (const char* name : {"related-anchor", "comment-anchor", "cookie-x"}) {
    const std::string open = "<p class='" + std::string(name) + "'>";
    const TestPage page("<article><h1>Ferry stays free</h1>" + open + kFirst + "</p>" + open +
                        kSecond + "</p>" + open + kThird + "</p>" + open + kFourth +
                        "</p></article>");
    EXPECT_EQ(page.reason("The council"), "inside") << name;
    EXPECT_EQ(page.reason("The county"), "inside") << name;
  }
}

TEST(MainTextNames, ColumnMayBeCalledComment) {
  const std::string menu =
      "<ul><li><a href=/a>Harbour</a></li><li><a href=/b>Islands</a></li></ul>";
  const TestPage column("<h1>Ferry stays free</h1>" + p("A word on last night's vote.") +
                        "<div class=comment>" + p(kFirst) + p(kSecond) + p(kThird) + "</div>" +
                        "<div class=archive>" + p(kFourth) + p(kFourth) + p(kFourth) + "</div>" +
                        menu);
  EXPECT_EQ(column.reason("The council"), "inside");
  EXPECT_EQ(column.reason("The county"), "inside");
  // Readers speak below a text, and one beside the other.
  const TestPage below("<h1>Ferry stays free</h1><div>" + p(kFirst) + p(kSecond) + p(kThird) +
                       "</div><div class=comment>" + p(kFourth) + "</div>");
  EXPECT_EQ(below.reason("Shopkeepers"), "comments");
  const TestPage several("<h1>Ferry stays free</h1><div>" + p(kFirst) +
                         "</div><div class=comments>" + "<div class=comment>" + p(kSecond) +
                         "</div><div class=comment>" + p(kThird) + p(kFourth) + "</div></div>");
  EXPECT_EQ(several.reason("Shopkeepers"), "comments");
}

TEST(MainTextNames, GridMayBeNamedForItsSidebar) {
  const auto grid = [](std::string_view inside) {
    return "<div class=sidebar-grid__container>" + std::string(inside) +
           "<p>Advertisement</p></div>";
  };
  const TestPage page("<h1>Ferry stays free</h1><main>" + grid(p(kFirst)) + grid(p(kSecond)) +
                      grid(p(kThird)) + grid(p(kFourth)) + "</main>");
  EXPECT_EQ(page.reason("The council"), "inside");
  EXPECT_EQ(page.reason("Shopkeepers"), "inside");
}

TEST(MainTextNames, WhatOnlyHidesPartsIsSeen) {
  for (const char* name : {"rounded-xl overflow-hidden", "hide-ordinal", "hidden-xs",
                           "hidden-print", "field--label-hidden", "elementor-hidden-mobile"}) {
    const TestPage page(article("<div class='" + std::string(name) + "'>" + p(kFourth) + "</div>"));
    EXPECT_EQ(page.reason("Shopkeepers"), "inside") << name;
  }
  for (const char* name : {"hidden", "is-hidden", "hidden-lg", "elementor-hidden-desktop"}) {
    const TestPage page(article("<div class='" + std::string(name) + "'>" + p(kFourth) + "</div>"));
    EXPECT_EQ(page.reason("Shopkeepers"), "hidden") << name;
  }
}

TEST(MainTextNames, AnswersThatFoldOutAreOfTheText) {
  const std::string question = "<h3><button>What will it cost the shops?</button></h3>";
  const TestPage named(
      article(question + "<div class='k-accordion-panel-hidden'>" + p(kFourth) + "</div>"));
  EXPECT_EQ(named.reason("Shopkeepers"), "inside");
  const TestPage inside(article(question + "<div style='display: none'><div id=accordion-panel-2>" +
                                p(kFourth) + "</div></div>"));
  EXPECT_EQ(inside.reason("Shopkeepers"), "inside");
}

TEST(MainTextNames, PullQuoteIsNamedByItsElement) {
  const TestPage page(
      article("<figure class='wp-block-pullquote'><blockquote><p>All for the "
              "boats</p></blockquote></figure><div class='pullquote'><p>“Five long "
              "hours.”</p></div><blockquote><p>We won.</p></blockquote>"));
  EXPECT_EQ(page.reason("All for the boats"), "pull_quote");
  EXPECT_EQ(page.reason("Five long"), "pull_quote");
  EXPECT_EQ(page.reason("We won"), "inside");
}

TEST(MainTextNames, LetterToSignUpForGoesWithItsHeading) {
  const TestPage page(
      article("<div class='wp-block-group newsletter-signup'><h3>The Harbour "
              "Letter</h3><p>Tides and gossip, each Monday.</p></div>"));
  EXPECT_EQ(page.reason("The Harbour Letter"), "newsletter");
  EXPECT_EQ(page.reason("Tides"), "newsletter");
}

TEST(MainTextNames, ElementsOfANetworkHoldPosts) {
  const TestPage page(
      article("<amp-twitter><blockquote><p>Best boat ever. — "
              "Kai</p></blockquote></amp-twitter>"));
  EXPECT_EQ(page.reason("Best boat"), "embedded_post");
}

TEST(MainTextNames, CaptionBehindItsPictureIsNoPartOfTheText) {
  const TestPage page(
      article("<div><span class=photo_org><img src=a.jpg><em class='img_desc'>The pier "
              "at dawn. Norrvik Post</em></span>" +
              std::string(kFourth) + "</div>"));
  ASSERT_NE(page.find("The pier"), nullptr);
  EXPECT_EQ(page.find("The pier")->kind, model::BlockKind::kCaption);
  EXPECT_TRUE(page.find("Shopkeepers")->text.starts_with("Shopkeepers"));
}

TEST(MainTextNames, CounterAboveTheTextIsNone) {
  const TestPage page(
      "<article><h1>Ferry stays free</h1><div><p><span>418</span></p><p>9</p></div>" + p(kFirst) +
      p(kSecond) + p(kThird) + "</article>");
  EXPECT_NE(page.reason("418"), "inside");
  EXPECT_NE(page.reason("9"), "inside");
}

}  // namespace
}  // namespace synoptic::clean
