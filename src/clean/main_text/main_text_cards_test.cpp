#include <gtest/gtest.h>

#include "clean/main_text/main_text_test_page.h"

namespace synoptic::clean {
namespace {

std::string reason(std::string_view behind, std::string_view words) {
  model::Capture capture;
  capture.text =
      "<html><head><title>Ferry stays free</title></head><body><div class=c>"
      "<h1>Ferry stays free</h1>" +
      p(kFirst) + p(kSecond) + p(kThird) + std::string(behind) + "</div></body></html>";
  capture.url = "https://www.example.com/2026/04/02/ferry.html";
  capture.format = model::Format::kHtml;
  const Draft draft = read_html(capture, test_knowledge());
  const auto found =
      std::find_if(draft.pieces.begin(), draft.pieces.end(),
                   [&](const Piece& piece) { return piece.text.find(words) != std::string::npos; });
  if (found == draft.pieces.end()) return "absent";
  return std::string(found->outside ? found->reason : "inside");
}

std::string card(std::string_view headline, std::string_view summary) {
  return "<div class=k><div class=h><a href=/a/1.html>" + std::string(headline) +
         "</a></div><div class=s>" + std::string(summary) + "</div></div>";
}

TEST(Cards, TeasersComeInTurns) {
  const std::string teasers =
      card("Bakery on the quay closes",
           "After sixty years the ovens of the quay are cold, it says.") +
      card("School gets a second hall",
           "The builders begin in June, and the hall opens in winter.") +
      card("A record catch of herring", "Boats came home with more than they could land in a day.");
  EXPECT_EQ(reason(teasers, "ovens of the quay"), "related");
  EXPECT_EQ(reason(teasers, "more than they could land"), "related");
  EXPECT_EQ(reason(teasers, "answer is expected"), "inside");
}

// A card in an element without a name, as long as a paragraph of the text.
std::string plain_card(std::string_view headline) {
  return "<li><div><div><a href=/a/2.html>" + std::string(headline) + "</a></div><div>" +
         p("The harbour board said on Monday that it had no plans to change the hours in which the "
           "cranes may work, although those who live on the quay have asked for quiet nights.") +
         "</div></div></li>";
}

TEST(Cards, WeighNothingAboveTheText) {
  std::string columns;
  for (const char* section : {"Town", "County", "Islands", "Weather"}) {
    columns += "<div><div>" + std::string(section) + "</div><ul>";
    for (const char* headline : {"Bakery on the quay closes", "School gets a second hall",
                                 "A record catch of herring", "Lighthouse to be painted"}) {
      columns += plain_card(headline);
    }
    columns += "</ul></div>";
  }
  const TestPage page("<div><div>" + columns + "</div><div><div><b>Ferry stays free</b>" +
                      p(kFirst) + p(kSecond) + p(kThird) + "</div></div></div>");
  EXPECT_NE(page.reason("The harbour board"), "inside");
  EXPECT_EQ(page.reason("The council"), "inside");
  // Headings of the text's own parts stand beside their paragraphs.
  const auto part = [](std::string_view headline, std::string_view words) {
    return "<h3><a href=/b/>" + std::string(headline) + "</a></h3>" + p(words);
  };
  const TestPage parts("<div><h1>Ferry stays free</h1>" +
                       part("What the council voted for", kFirst) +
                       part("What the fishermen fear", kSecond) +
                       part("What the county will say", kThird) + "</div>");
  EXPECT_EQ(parts.reason("The council"), "inside");
  EXPECT_EQ(parts.reason("The county"), "inside");
}

TEST(Cards, PartsOfATextStandBesideItsParagraphs) {
  std::string parts;
  for (const char* headline : {"The bakery on the quay", "The second hall of the school",
                               "The lighthouse in the north", "The market hall by the bridge"}) {
    parts += "<div><h3><a href=/a/2.html>" + std::string(headline) + "</a></h3>" +
             p("The harbour board of " + std::string(headline) +
               " said on Monday that it had no plans to change the hours in which it works.") +
             "</div>";
  }
  const TestPage page("<div><div><h1>Ferry stays free</h1>" + p(kFirst) + parts + "</div><div>" +
                      p(kSecond) + p(kThird) + p(kSecond) + "</div></div>");
  EXPECT_EQ(page.reason("The harbour board of The lighthouse"), "inside");
  EXPECT_EQ(page.reason("The county"), "inside");
}

TEST(Cards, ListsOfLinksBelowAShortTextAreNoPartOfIt) {
  std::string links;
  for (int i = 0; i < 20; ++i) {
    links += "<div><a href=/a/" + std::to_string(i) +
             ".html><p>A headline about something else in the harbour, number " +
             std::to_string(i) + "</p></a></div>";
  }
  const TestPage page("<div><h1>Ferry stays free</h1>" + p(kFirst) + p(kSecond) + p(kThird) +
                      "<div>" + links + "</div></div>");
  EXPECT_EQ(page.reason("number 7"), "related");
  EXPECT_EQ(page.reason("The county"), "inside");
}

TEST(Cards, WhatIsAskedOfReadersAboveTeasersIsLeftOut) {
  std::string all = p("You may like us on Facebook, and the rules for your comments stand here.");
  for (const char* name : {"bakery", "school", "market", "tower", "mill", "museum"}) {
    all += card("The old " + std::string(name) + " is sold",
                "Nobody knows yet what the new owners of the " + std::string(name) + " will do.");
  }
  EXPECT_EQ(reason(all, "owners of the mill"), "related");
  EXPECT_EQ(reason(all, "You may like us"), "note");
  EXPECT_EQ(reason(all, "answer is expected"), "inside");
}

TEST(Cards, WhatTheTextLeadsUpToIsNoTeaser) {
  const std::string list =
      p("These are the chapters of our guide to the islands and their harbours:") +
      card("Chapter one: the ferry",
           "Where it leaves from, and what you may take along on board.") +
      card("Chapter two: the quay", "Who works there, and when the market begins in the morning.") +
      card("Chapter three: the fish", "What is caught in which month, and where it is then eaten.");
  EXPECT_EQ(reason(list, "Who works there"), "inside");
}

TEST(Cards, CommentsStandUnderNamesAndTimes) {
  const std::string talk =
      "<div class=t>anna [2026-04-02 12:36]</div><div class=b>I shall take the boat every "
      "day.</div>"
      "<div class=t>~Bo [2026-04-02 13:01]</div><div class=b>Who is going to pay for all "
      "that?</div>"
      "<div class=t>cecil [2026-04-03 08:15]</div><div class=b>The county, as always it "
      "does.</div>";
  EXPECT_EQ(reason(talk, "every day"), "comments");
  EXPECT_EQ(reason(talk, "as always"), "comments");
  EXPECT_EQ(reason(talk, "answer is expected"), "inside");
}

TEST(Cards, TheNameOfWhoCommentsMayStandAnywhereByTheTime) {
  const auto said = [](std::string_view above, std::string_view stamp, std::string_view words) {
    return (above.empty() ? std::string() : p(above)) + p(stamp) + p(words);
  };
  const std::string behind =
      said("", "April 2, 2026 - 8:06am Ada Quill", "A fare would have been the end of us.") +
      said("", "April 2, 2026 - 8:30am Bo Lind", "Somebody has to pay for it, though.") +
      said("", "April 1, 2026 - 9:12pm Cleo Marsh", "The county should have done so years ago.");
  EXPECT_EQ(reason(behind, "end of us"), "comments");
  EXPECT_EQ(reason(behind, "years ago"), "comments");
  const std::string above =
      said("Ada Quill", "02.04.2026, 08:06", "A fare would have been the end of us.") +
      said("Bo Lind", "02.04.2026, 08:30", "Somebody has to pay for it, though.") +
      said("Cleo Marsh", "01.04.2026, 21:12", "The county should have done so years ago.");
  EXPECT_EQ(reason(above, "Somebody has to pay"), "comments");
  const std::string ticker =
      said("", "02.04.2026, 08:06", "The ferry leaves the quay with a hundred on board.") +
      said("", "02.04.2026, 08:30", "It has passed the lighthouse in good weather.") +
      said("", "02.04.2026, 09:12", "The first travellers have reached the islands.");
  EXPECT_EQ(reason(ticker, "passed the lighthouse"), "inside") << "nobody's name changes";
}

TEST(Cards, ACounterOfCommentsAboveTheTextEndsNothing) {
  model::Capture capture;
  capture.text = "<html><head><title>Ferry stays free</title></head><body><div><div>" +
                 std::string("<p>Search the web by words</p><p>Find a person by name</p>") +
                 "<p>News and weather from all the islands of the north and the south</p>"
                 "<p>Small advertisements of the week, boats and houses, jobs and lost things</p>"
                 "<p>All that is on in town from the first to the last day of this month</p>"
                 "<p>Names and numbers of the harbour masters between here and the cape</p></div>"
                 "<h1>Ferry stays free</h1><p>3 comments</p>" +
                 p(kFirst) + p(kSecond) + p(kThird) + "</div></body></html>";
  capture.format = model::Format::kHtml;
  const auto articles = clean_capture(capture);
  ASSERT_FALSE(articles.empty());
  ASSERT_FALSE(articles[0].blocks.empty());
  EXPECT_NE(articles[0].blocks.back().text.find("answer is expected"), std::string::npos);
}

TEST(Cards, CommentsFollowTheirLabel) {
  const std::string talk = "<div><h3>Comments (2)</h3>" +
                           p("I shall take the boat every day of the week, whatever they say.") +
                           p("Who is going to pay for all that, I should like to know now.") +
                           "</div>";
  EXPECT_EQ(reason(talk, "every day"), "comments");
  EXPECT_EQ(reason(talk, "like to know"), "comments");
  EXPECT_EQ(reason(talk, "answer is expected"), "inside");
}

TEST(Cards, LabelsThatComeAgain) {
  const std::string label = "<p><b>ELSEWHERE |</b> <a href=/b/";
  const std::string twice = label + "1.html>Bakery on the quay closes for good</a></p>" +
                            p("The vote was the last one before the town elects a new council.") +
                            label + "2.html>School gets a second hall in winter</a></p>" +
                            p("Nobody spoke against it in the end, the minutes of the day say.");
  EXPECT_EQ(reason(twice, "Bakery on"), "related");
  EXPECT_EQ(reason(twice, "second hall"), "related");
  EXPECT_EQ(reason(twice, "new council"), "inside");
}

TEST(Cards, AnchorsMadeOfHeadlinesNameNothing) {
  const std::string part =
      "<h2 id=how-to-share-the-cost>How the cost is shared</h2>" +
      p("A third comes from the town, a third from the county, and the rest from the harbours.");
  EXPECT_EQ(reason(part, "cost is shared"), "inside");
}

TEST(Cards, NotesOfThePublisher) {
  EXPECT_EQ(reason(p("A. Berg in Norrvik contributed to this report."), "A. Berg"), "copyright");
  EXPECT_EQ(reason(p("本网站所刊载信息，不代表本网观点，未经授权，不得转载。"), "本网站"),
            "copyright");
  EXPECT_EQ(reason(p("[box id=\"12\" url=\"https://www.example.com/\"]"), "[box"), "boilerplate");
}

}  // namespace
}  // namespace synoptic::clean
