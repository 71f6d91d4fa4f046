// Texts that pages hold in unlikely elements: in parts, in headings, beside pictures, below
// buttons.
#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"

namespace synoptic::clean {
namespace {

const char* const kFourthParagraph =
    "Shopkeepers on the quay hope that visitors will come in greater numbers now, since a crossing "
    "has cost as much as a night in one of the smaller inns.";
const char* const kFifth =
    "The last boat of the day leaves at nine, and a later one is to be tried in July and August if "
    "the crews agree to it.";

TEST(MainTextParts, TextGoesOnInTheNextElementOfItsKind) {
  const std::string first =
      "<div>" + p(kFirst) + p(kSecond) + p(kThird) + p(kFourthParagraph) + "</div>";
  const auto reason = [&](std::string_view head) {
    const TestPage page(
        "<h1>Ferry stays free</h1><div>" + first + "<div><img src=ad.gif></div><div>" +
        std::string(head) + p("The last boat of the day leaves at nine.") +
        p("A later one is to be tried in July, if the crews agree.") + "</div></div>");
    return page.reason("The last boat");
  };
  EXPECT_EQ(reason(""), "inside");
  EXPECT_EQ(reason("<h2>Boats in July</h2>"), "boilerplate");
}

TEST(MainTextParts, HeadingWithThreeSentencesHoldsText) {
  const TestPage page(
      "<h1>다리를 다시 짓는다</h1><h4>의회는 화요일 저녁에 다섯 시간의 논의 끝에 섬으로 가는 "
      "다리를 "
      "다시 짓기로 했다.<br><br>공사 비용은 모두 삼십억 원으로 추산되며 그 가운데 절반은 정부가 "
      "부담할 "
      "예정이다.<br><br>주민들은 새 다리가 내년 봄까지 완공될 것으로 기대한다고 시청에 "
      "말했다.</h4>");
  const Piece* line = page.find("공사 비용은");
  ASSERT_NE(line, nullptr);
  EXPECT_EQ(line->kind, model::BlockKind::kParagraph);
  EXPECT_FALSE(line->outside);
  const TestPage headings(article("<h4>Who pays for it?<br>Nobody knows yet.</h4>"));
  EXPECT_EQ(headings.find("Nobody knows")->kind, model::BlockKind::kHeading);
}

TEST(MainTextParts, SentencesBesideAPictureAreNoCaption) {
  const std::string text =
      "Norrvik keeps its ferry free of charge. The council voted late on Tuesday, and few "
      "had thought it possible before the long debate began.";
  const TestPage page("<h1>Ferry stays free</h1><div><div><img src=a.jpg>" + text + "</div>" +
                      p(kSecond) + p(kThird) + p(kFourthParagraph) + "</div>");
  EXPECT_EQ(page.find("Norrvik keeps")->kind, model::BlockKind::kParagraph);
  const TestPage named("<h1>Ferry stays free</h1><div><div class=photobox><img src=a.jpg>" + text +
                       "</div>" + p(kSecond) + p(kThird) + p(kFourthParagraph) + "</div>");
  EXPECT_EQ(named.find("Norrvik keeps")->kind, model::BlockKind::kCaption);
}

TEST(MainTextParts, DeckBelowAHeadlineThatIsNoHeading) {
  const std::string deck = "Fares of the past ten years will not be paid back to anybody";
  const std::string page_of =
      "<div class=article_title>Ferry to the islands stays free</div>"
      "<div class=article_subtitle>" +
      deck +
      "</div><div class=tools>"
      "<a href=/print>Print</a></div><div class=text>" +
      p(kFirst) + p(kSecond) + p(kThird) + "</div>";
  TestPage page(page_of, "</head><head>");
  model::Capture capture = page.capture;
  capture.text =
      "<html><head><title>Norrvik Post - Ferry to the islands stays free - Towns</title>"
      "</head><body>" +
      page_of + "</body></html>";
  const Draft draft = read_html(capture, test_knowledge());
  const auto found = std::find_if(draft.pieces.begin(), draft.pieces.end(),
                                  [&](const Piece& piece) { return piece.text == deck; });
  ASSERT_NE(found, draft.pieces.end());
  EXPECT_FALSE(found->outside) << found->reason;
}

TEST(MainTextParts, SubjectsOfAWordPressPostNameNoElement) {
  std::string obituaries = "<div class=wall>";
  for (const char* name : {"Ann", "Bo", "Carl", "Dora", "Eva", "Finn", "Gus", "Hal"}) {
    obituaries += p("We mourn " + std::string(name) +
                    " of the islands, who left us in April after a "
                    "long life on the sea, and thank all who came to the chapel.");
  }
  obituaries += "</div>";
  const std::string of_post = "post-7 notice type-notice status-publish ";
  const TestPage page("<article class='" + of_post + "hentry notice_tags-islands'><h2>Ferry</h2>" +
                      p(kFirst) + p(kSecond) + "</article>" + obituaries);
  EXPECT_EQ(page.reason("The council"), "inside");
  // In front of that word stand the theme's own names.
  const TestPage theme("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                       "<div class='related-post " + of_post + "hentry'>" + p(kFourthParagraph) +
                       "</div></article>");
  EXPECT_EQ(theme.reason("Shopkeepers"), "related");
}

TEST(MainTextParts, LinkToWhatReadersSayOpensNothing) {
  const auto reason = [](std::string_view label) {
    const TestPage page("<article><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) +
                        p(kFourthParagraph) + "<div>" + std::string(label) + "</div><div>" +
                        kThird + "<br><br>" + kFifth +
                        "<br><br>Nobody knows yet what the boats will cost in the years "
                        "after that, nor who is to paint them.</div><h2>Comments</h2>"
                        "<p>Ann Berg</p>" +
                        p("Not before time, I should say.") + "</article>");
    EXPECT_EQ(page.reason("Not before"), "comments");
    return page.reason("The county");
  };
  EXPECT_EQ(reason("<a href='#talk'>Comments</a>"), "inside");
  EXPECT_EQ(reason("<a href='#talk'>Comments</a><div><a href='#talk'>0</a></div>"), "inside");
  EXPECT_EQ(reason("Comments"), "comments");
}

TEST(MainTextParts, ButtonsAboveAndBelowTheTextAreNotTalk) {
  const std::string button = "<div><a href='#'>Reply</a></div>";
  const TestPage page("<div><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + button + "<div>" +
                      p(kThird) + p(kFourthParagraph) + p(kFifth) + p(kThird) +
                      p(std::string(kFourthParagraph) + " " + kFifth) + p(kFirst) + p(kFifth) +
                      "</div>" + button + "</div>");
  EXPECT_EQ(page.reason("The county"), "inside");
}

TEST(MainTextParts, BoxThatIsLockedIsAWall) {
  const TestPage page(article("",
                              "<div class='article-lockedBox'><h4>A day of all articles:</h4>"
                              "<ul><li>The archive</li></ul></div>"));
  EXPECT_EQ(page.reason("The archive"), "paywall");
}

}  // namespace
}  // namespace synoptic::clean
