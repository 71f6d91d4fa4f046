// What a page's shape tells where its names and data do not: dates by their place, lists of
// teasers, the text under the headline, two articles on one page, whose the picture is.
#include <algorithm>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

const char* const kHead = "<h1>Harbour wall to be rebuilt after the storm</h1>";
const char* const kText =
    "<p>The council of Porthaven voted on Monday to rebuild the harbour wall that the storm of "
    "February had torn open, at a cost of four million pounds, half of which the county will "
    "pay.</p>"
    "<p>Work on the wall is to begin in May and to end before the next winter, the council said, "
    "so that the fishing fleet can return to the harbour and the market can open again.</p>";

std::vector<model::Article> page(const std::string& body, const std::string& url = {},
                                 const std::string& title = "Harbour wall to be rebuilt") {
  model::Capture capture = html_capture("<html lang=en><head><title>" + title +
                                        "</title></head><body>" + body + "</body></html>");
  capture.url = url;
  return clean_capture(capture);
}

std::string day(const std::vector<model::Article>& articles) {
  if (articles.empty() || !articles[0].published) return "none";
  return model::iso(articles[0].published->value).substr(0, 10);
}

std::string text(const model::Article& article) {
  std::string all;
  for (const auto& block : article.blocks) all += block.text + " / ";
  return all;
}

std::string repeated(size_t times, const std::string& part) {
  std::string all;
  for (size_t i = 0; i < times; ++i) {
    std::string one = part;
    for (size_t at = 0; (at = one.find('#', at)) != std::string::npos;) {
      one.replace(at, 1, std::to_string(i + 1));
    }
    all += one;
  }
  return all;
}

TEST(SweepDates, FindsTheDayOfALineFarFromAnyByLine) {
  EXPECT_EQ(day(page(std::string(kHead) + kText + "<div><div>12 May 2021</div></div>")),
            "2021-05-12");
  EXPECT_EQ(day(page(kHead + ("<div class=article-pub-info><p>Published: 24 Nov 2021</p></div>" +
                              std::string(kText)))),
            "2021-11-24");
}

TEST(SweepDates, DoesNotBelieveAListOfDays) {
  const std::string list = repeated(8, "<div>Porthaven number #</div>") +
                           repeated(4, "<div class=o><div class=d>1# May 2021</div></div>");
  EXPECT_EQ(day(page("<article>" + std::string(kHead) + kText + "</article>" + list)), "none");
}

TEST(SweepDates, OnADateThatLinksElsewhereAnotherPageTellsTheDay) {
  const std::string line = "<div><div><a href='/other'>12 May 2021</a></div></div>";
  EXPECT_EQ(day(page(std::string(kHead) + kText + line, "https://q.example/wall")), "none");
}

TEST(ChooseDates, ThePageHeadsTodayIsNotTheArticlesDay) {
  EXPECT_EQ(day(page("<div>Friday, 16 April 2021</div>" + std::string(kHead) +
                     "<div>By Ada Brook | 11 February 2021</div>" + kText)),
            "2021-02-11");
}

TEST(ChooseDates, TheAddressKnowsBetterThanALineFarAway) {
  const std::string other = "<div>by Tom Hale 20 November 2020</div>";
  EXPECT_EQ(day(page(std::string(kHead) + kText + repeated(30, "<p><i>.</i></p>") + other,
                     "https://q.example/2021/01/05/wall")),
            "2021-01-05");
}

TEST(ChooseDates, AReportsDatelineTellsItsDay) {
  const auto published = [](const std::string& line) {
    return day(
        clean_text("Harbour wall to be rebuilt\n\n" + line +
                   " The council of Porthaven voted on Monday to rebuild the wall that the "
                   "storm of February had torn open.\n\nWork is to begin in May, it said.\n"));
  };
  EXPECT_EQ(published("PORTHAVEN, March 3, 2025 (Coast News) -"), "2025-03-03");
  EXPECT_EQ(published("Porthaven, 3 March 2025 –"), "2025-03-03");
  EXPECT_EQ(published("Porthaven, 3 March 2025."), "2025-03-03");
  EXPECT_EQ(published("March 3, 2025."), "2025-03-03");
  EXPECT_EQ(published("3 марта 2025 г."), "2025-03-03");
  EXPECT_EQ(published("3 марта 2025 года."), "2025-03-03");
  EXPECT_EQ(published("On March 3, 2015, all was quiet."), "none");
  EXPECT_EQ(published("The old wall was built on March 3, 2015."), "none");
  EXPECT_EQ(published("March 3, 2015 was a quiet day."), "none");
}

TEST(MainText, TheTextUnderTheHeadlineBeatsAnotherAboveIt) {
  const auto found = page(
      "<div><p>Life on the farm was hard in those days, my grandmother used to say, and nobody had "
      "the time to be ill or to read a book.</p><p>She rose at four, fed the animals, and walked "
      "to the mill with her brothers, five miles there and five miles back.</p><p>In the evening "
      "they sang, and the youngest slept by the oven until the morning.</p></div><div>" +
      std::string(kHead) + kText + "</div>");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(text(found[0]).find("fishing fleet"), std::string::npos);
  EXPECT_EQ(text(found[0]).find("grandmother"), std::string::npos);
}

TEST(MainText, FormsAreNoText) {
  const std::string form = repeated(
      6,
      "<div><p>I agree that the company may use the data # that I have given for sending me "
      "offers of its own and of its partners, as the rules of the site describe.</p>"
      "<input type=checkbox></div>");
  const auto found = page(std::string("<div>") + kHead + kText + "</div><div>" + form + "</div>");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text(found[0]).find("I agree"), std::string::npos);
}

TEST(MainText, AListEndsTheText) {
  const auto found = page(std::string(kHead) + kText +
                          "<p>What the towns spend on their walls:</p><p>- Porthaven: 4 million</p>"
                          "<p>- Seaford: 2 million</p><p>- Gullbay: 1 million</p>");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(text(found[0]).find("Gullbay: 1 million"), std::string::npos);
}

TEST(Listing, PagesOfTeasersHoldNoArticle) {
  const std::string blurb =
      "The council voted on Monday to rebuild part # of the wall that the storm had torn open, at "
      "a cost of four million pounds, and thanked all who had helped.";
  const auto is_list = [&](const std::string& body) {
    return page(body, "https://q.example/world", "World | Quay Post").empty();
  };
  EXPECT_TRUE(is_list("<h1>World</h1>" +
                      repeated(9,
                               "<div><h3><a href='/a#'>Wall number # to be rebuilt soon</a></h3>"
                               "<p>" +
                                   blurb + "</p></div>")));
  EXPECT_TRUE(is_list(repeated(9,
                               "<div><a href='/a#'><b>Wall number # to be rebuilt soon</b></a>"
                               "<p>" +
                                   blurb + "</p></div>")));
  EXPECT_TRUE(is_list(repeated(9, "<div><h2>Wall number # to be rebuilt soon</h2><p>" + blurb +
                                      "</p><p><a href='/a#'>Read more</a></p></div>")));
}

TEST(Listing, AnArticleWithTeasersBelowIsAnArticle) {
  const std::string teasers = repeated(
      9,
      "<div><h3><a href='/a#'>Wall number # to be rebuilt soon</a></h3><p>The council voted on "
      "Monday to rebuild part # of the wall.</p></div>");
  EXPECT_EQ(page(std::string(kHead) + kText + teasers, "https://q.example/wall").size(), 1u);
}

TEST(Split, TwoHeadingsWithDayLinesAreTwoArticles) {
  const auto found =
      page("<div class=content>" + std::string(kHead) +
           "<p class=meta>3 March 2025, 10:15 | By Ada Brook</p>" + kText +
           "<h1>Library opens a reading room for children</h1>"
           "<p class=meta>2 March 2025, 17:40 | By Tom Hale</p>"
           "<p>The town library opened a reading room for children on Sunday, with three thousand "
           "books and a stage for puppet plays.</p><p>The room was paid for by gifts from readers, "
           "said the librarian, who had asked for help a year ago.</p></div>");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[1].title, "Library opens a reading room for children");
  ASSERT_EQ(found[0].authors.size(), 1u);
  EXPECT_EQ(found[0].authors[0].name, "Ada Brook");
  ASSERT_EQ(found[1].authors.size(), 1u);
  EXPECT_EQ(found[1].authors[0].name, "Tom Hale");
}

TEST(PictureCredit, IsReadOffTheLeadPicturesCaption) {
  const auto credit = [](const std::string& caption) {
    const auto found = page(
        kHead + ("<figure><img src=a><figcaption>" + caption + "</figcaption></figure>") + kText);
    if (found.empty() || !found[0].metadata.contains("image.credit")) return std::string("none");
    return found[0].metadata.at("image.credit").front();
  };
  EXPECT_EQ(credit("The wall in February. Photo: A. Gull / Agency"), "A. Gull / Agency");
  EXPECT_EQ(credit("The wall in February (Foto: dpa)"), "dpa");
  EXPECT_EQ(credit("The wall in February © Coast News"), "Coast News");
  EXPECT_EQ(credit("The wall <span class=credit>Coast Pictures</span>"), "Coast Pictures");
  EXPECT_EQ(credit("The photo that the harbour made of itself"), "none");
}

TEST(FactBox, IsKeptApart) {
  const auto found = page(kHead + std::string(kText) +
                          "<div class=factbox><h3>The wall</h3><p>Built in 1871, the wall is four "
                          "hundred metres long.</p></div>");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text(found[0]).find("1871"), std::string::npos);
  const auto names = reasons(found[0]);
  EXPECT_NE(std::find(names.begin(), names.end(), "fact_box"), names.end());
}

}  // namespace
}  // namespace synoptic::clean
