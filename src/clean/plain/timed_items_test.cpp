#include "clean/plain/timed_items.h"

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

struct Item {
  std::string clock, headline, text;
};

const std::vector<Item> kFeedItems{
    {"21:14", "Quake shakes the islands of Norrvik",
     "A quake of magnitude 5.6 shook the islands of Norrvik late on Wednesday, the survey said, "
     "and "
     "nobody was hurt."},
    {"19:40", "Teachers of Ostholm begin a strike",
     "Teachers of 85 schools in Ostholm began a strike on Wednesday and asked for 15 percent more, "
     "their union said."},
    {"15:30", "Five held over smuggled gold",
     "Officers at the airport of Sarnath arrested five people on Wednesday who are thought to have "
     "smuggled bars of gold."}};

const std::string kFeedTop =
    "Harbour Wire — Latest news\nHome | World | Sport\nWednesday, 18 February 2026\n\n";

std::string page_of(const std::string& top, std::string (*item)(const Item&)) {
  std::string page = top;
  for (const Item& each : kFeedItems) page += item(each) + "\n";
  return page + "← Yesterday   Calendar   Tomorrow →\n";
}

void expect_items(const std::vector<model::Article>& articles) {
  ASSERT_EQ(articles.size(), kFeedItems.size());
  for (size_t i = 0; i < kFeedItems.size(); ++i) {
    EXPECT_EQ(articles[i].title, kFeedItems[i].headline);
    EXPECT_EQ(model::main_text(articles[i]), kFeedItems[i].text);
    ASSERT_TRUE(articles[i].published);
    EXPECT_EQ(model::iso(articles[i].published->value), "2026-02-18T" + kFeedItems[i].clock);
    ASSERT_TRUE(articles[i].publisher);
    EXPECT_EQ(articles[i].publisher->name, "Harbour Wire");
  }
}

TEST(TimedItems, TheHourOverBesideOrBelowTheHeadline) {
  for (const auto item :
       {+[](const Item& x) { return x.clock + "\n" + x.headline + "\n" + x.text + "\n"; },
        +[](const Item& x) { return x.headline + "\n" + x.clock + "\n" + x.text + "\n"; },
        +[](const Item& x) { return x.clock + " | " + x.headline + "\n" + x.text + "\n"; },
        +[](const Item& x) { return "[" + x.clock + "] " + x.headline + "\n" + x.text + "\n"; },
        +[](const Item& x) { return x.headline + " (" + x.clock + ")\n" + x.text + "\n"; }}) {
    SCOPED_TRACE(item(kFeedItems[0]));
    expect_items(clean_text(page_of(kFeedTop, item)));
  }
}

TEST(TimedItems, InMarkdown) {
  const std::string top =
      "# Harbour Wire — Latest news\n\n[Home](/) | [World](/w)\n\nWednesday, 18 February 2026\n\n";
  for (const auto item :
       {+[](const Item& x) { return "### " + x.clock + " " + x.headline + "\n\n" + x.text + "\n"; },
        +[](const Item& x) {
          return "**" + x.clock + "** [" + x.headline + "](/n/" + x.clock.substr(0, 2) + ")\n\n" +
                 x.text + "\n";
        }}) {
    SCOPED_TRACE(item(kFeedItems[0]));
    expect_items(clean_text(page_of(top, item), model::Format::kMarkdown));
  }
}

TEST(TimedItems, ARuleOverEachHeadline) {
  const auto item =
      +[](const Item& x) { return "---\n\n### " + x.headline + "\n\n" + x.text + "\n"; };
  const std::string top =
      "# Harbour Wire · In brief\n\n*As of Wednesday, 18 February 2026, 18:00* · [E-Paper](/e) · "
      "[Search](/s)\n\n";
  const auto articles = clean_text(page_of(top, item), model::Format::kMarkdown);
  ASSERT_EQ(articles.size(), kFeedItems.size());
  for (size_t i = 0; i < kFeedItems.size(); ++i) {
    EXPECT_EQ(articles[i].title, kFeedItems[i].headline);
    ASSERT_TRUE(articles[i].published);
    EXPECT_EQ(model::iso(articles[i].published->value), "2026-02-18T18:00");
    EXPECT_TRUE(articles[i].authors.empty());
    ASSERT_TRUE(articles[i].publisher);
    EXPECT_EQ(articles[i].publisher->name, "Harbour Wire");
  }
  // Parts of one text, which its headline or lead is about.
  EXPECT_EQ(
      clean_text(page_of("# Wednesday in the region\n\nA quake, a strike and a smuggling case "
                         "kept the region busy on Wednesday, and here is what we know.\n\n",
                         item),
                 model::Format::kMarkdown)
          .size(),
      1u);
}

// A lead, or a headline that all of them are about.
TEST(TimedItems, ALiveBlogStaysWhole) {
  const auto item =
      +[](const Item& x) { return x.clock + "\n" + x.headline + "\n" + x.text + "\n"; };
  EXPECT_EQ(
      clean_text(
          page_of("Wednesday in the region: all that happened\n18 February 2026\n\nA quake, a "
                  "strike and a smuggling case kept the region busy on Wednesday, and here is "
                  "what we know of them so far.\n\n",
                  item))
          .size(),
      1u);
  EXPECT_EQ(
      clean_text(page_of("Quake of Norrvik: survey said islands shook, hour by hour\n18 February "
                         "2026\n\n",
                         item))
          .size(),
      1u);
}

TEST(TimedItems, ATimetableIsNoFeed) {
  const auto articles = clean_text(
      "Ferries to the islands leave more often\n18 February 2026\n\nThe ferries to the islands of "
      "Norrvik leave every two hours from Monday on, the harbour said on "
      "Wednesday.\n\n08:15\nFerry to "
      "the northern islands\n10:15\nFerry to the southern islands\n\nFares stay as they are until "
      "the "
      "end of the year, it added in a statement.\n");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "Ferries to the islands leave more often");
}

}  // namespace
}  // namespace synoptic::clean
