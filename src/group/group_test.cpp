#include <gtest/gtest.h>

#include <set>

#include "group/testing_sample.h"

namespace synoptic::group {
namespace {

Sample pact_in_arabic() {
  return Sample("pact-ar", "ar", "اتفاق تعاون في الذكاء الاصطناعي بين البلدين", "2025-03-08T06:18")
      .name("norland-president", EntityType::kPerson)
      .name("norland", EntityType::kCountry)
      .name("sudland", EntityType::kCountry)
      .name("artificial-intelligence", EntityType::kConcept)
      .deed("order", "norland-president")
      .deed("cooperate", "norland-president", "sudland");
}

Sample pact_in_chinese() {
  return Sample("pact-zh", "zh", "两国签署人工智能合作协议", "2025-03-03T14:01")
      .name("norland-president", EntityType::kPerson)
      .name("norland", EntityType::kCountry)
      .name("sudland", EntityType::kCountry)
      .name("artificial-intelligence", EntityType::kConcept)
      .name("norland-bank", EntityType::kOrg)
      .deed("order", "norland-president")
      .deed("cooperate", "norland", "sudland");
}

Sample quake(const std::string& key, const std::string& lang, const std::string& place,
             const std::string& date, double magnitude) {
  return Sample(key, lang, key, date)
      .name("japan", EntityType::kCountry)
      .name(place, EntityType::kRegion)
      .name("japan-weather-agency", EntityType::kOrg, false)
      .name("earthquake", EntityType::kConcept)
      .deed("strike", "")
      .day(date.substr(0, 10))
      .figure("magnitude", magnitude, "earthquake");
}

std::vector<std::string> stories_of(const std::vector<Annotated>& articles) {
  Grouper grouper(knowledge());
  for (const auto& article : articles) grouper.add(article);
  std::vector<std::string> out;
  for (const auto& article : articles) out.push_back(grouper.add(article).story);
  return out;
}

TEST(Group, JoinsTwoLanguagesByWhoDidWhat) {
  const auto ids = stories_of({pact_in_arabic(), pact_in_chinese()});
  EXPECT_EQ(ids[0], ids[1]);
}

TEST(Group, KeepsApartWhatOnlySharesACountryOrAConcept) {
  const Sample visit = Sample("visit", "ar", "زيارة", "2025-03-15")
                           .name("sudland", EntityType::kCountry)
                           .name("ostland", EntityType::kCountry)
                           .deed("visit", "sudland");
  const Sample deal = Sample("deal", "ar", "شراكة", "2025-03-16")
                          .name("sudland", EntityType::kCountry)
                          .name("fruit-company", EntityType::kOrg)
                          .name("artificial-intelligence", EntityType::kConcept)
                          .deed("choose", "fruit-company");
  const auto ids = stories_of({pact_in_arabic(), pact_in_chinese(), visit, deal});
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3u);
}

TEST(Group, LastWeeksQuakeIsAnotherStoryAndLinked) {
  Grouper grouper(knowledge());
  grouper.add(quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4));
  grouper.add(quake("north-ja", "ja", "northern-island", "2026-03-14T09:00", 6.4));
  grouper.add(quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8));
  grouper.add(quake("south-ru", "ru", "southern-island", "2026-03-22T11:05", 5.8));
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(stories[0].articles.size(), 2u);
  EXPECT_EQ(stories[0].last, "2026-03-22T11:05");  // latest first
  ASSERT_EQ(stories[0].links.size(), 1u);
  EXPECT_EQ(stories[0].links[0].kind, "similar");
  EXPECT_EQ(stories[0].links[0].story, stories[1].id);
}

TEST(Group, WhatFollowsNamesSomebodyAgain) {
  const auto links_to = [](const std::string& name) {
    Grouper grouper(knowledge());
    const auto ruling = [](const std::string& key, const std::string& date,
                           const std::string& title, const std::string& who) {
      return Sample(key, "en", title, date)
          .name(who, EntityType::kOrg)
          .name("interest-rate", EntityType::kConcept)
          .name("norland", EntityType::kCountry);
    };
    grouper.add(
        ruling("first", "2026-03-14T05:05", "Central bank cuts key interest rate", "norland-bank"));
    grouper.add(ruling("second", "2026-03-29T05:05",
                       "Central bank holds key interest rate after cuts", name));
    const auto stories = grouper.stories();
    EXPECT_EQ(stories.size(), 2u);
    size_t links = 0;
    for (const auto& story : stories) {
      for (const auto& link : story.links) links += link.kind == "follow_up" ? 1 : 0;
    }
    return links;
  };
  EXPECT_EQ(links_to("norland-bank"), 2u);
  EXPECT_EQ(links_to("sudland-bank"), 0u);
}

TEST(Group, AStoryOfAnotherYearOrWithoutADayIsNotLinked) {
  const auto links_to = [](const Annotated& other) {
    Grouper grouper(knowledge());
    grouper.add(quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4));
    grouper.add(other);
    const auto stories = grouper.stories();
    EXPECT_EQ(stories.size(), 2u);
    return stories.back().links.size() + stories.front().links.size();
  };
  Annotated other = quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8);
  EXPECT_EQ(links_to(other), 2u);
  other.article.published->value = *model::parse_iso("2027-03-22T05:05");
  EXPECT_EQ(links_to(other), 0u);
  other.article.published.reset();
  EXPECT_EQ(links_to(other), 0u);
}

TEST(Group, ArticlesWithoutEntitiesDoNotAllJoin) {
  const auto ids = stories_of({
      Sample("a", "en", "Bakers gather for the annual sourdough festival", "2026-01-02")
          .body("Hundreds of bakers brought loaves to the market hall."),
      Sample("b", "en", "Library reopens its reading room", "2026-01-02")
          .body("The reading room had been closed for repairs since spring."),
      Sample("c", "en", "Chess club loses its lease", "2026-01-02")
          .body("Members will move the boards to a school nearby."),
  });
  EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 3u);
}

TEST(Group, WordsOfOneLanguageJoinWhereNoNameIsKnown) {
  const auto ids = stories_of({
      Sample("a", "en", "Sourdough festival in Quillmouth draws record crowd", "2026-01-02")
          .body("The sourdough festival in Quillmouth drew a record crowd of bakers on Friday."),
      Sample("b", "en", "Record crowd of bakers at Quillmouth sourdough festival", "2026-01-03")
          .body("Bakers filled Quillmouth for its sourdough festival, a record crowd."),
  });
  EXPECT_EQ(ids[0], ids[1]);
}

TEST(Group, ALongTitleIsCutBetweenLetters) {
  std::string title = "a";
  while (title.size() < 400) title += "船";
  Grouper grouper(knowledge());
  grouper.add(Sample("long", "zh", title, "2026-05-02").body("渡轮起火。"));
  const auto told = grouper.stories()[0].title;
  EXPECT_EQ(told, title.substr(0, 298));
  EXPECT_LE(told.size(), 300u);
}

TEST(Group, TheOrderOfArrivalDoesNotMatter) {
  const std::vector<Annotated> articles = {
      pact_in_arabic(), pact_in_chinese(),
      quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4),
      quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8),
      quake("north-ja", "ja", "northern-island", "2026-03-14T09:00", 6.4)};
  std::vector<size_t> order = {0, 1, 2, 3, 4};
  do {
    Grouper grouper(knowledge());
    for (const size_t i : order) grouper.add(articles[i]);
    EXPECT_EQ(grouper.stories().size(), 3u);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Group, AnArticleThatBridgesTwoStoriesMergesThem) {
  // The two first articles share too little; the third tells what both tell.
  const std::string ferry = "The ferry line from Quillmouth harbour to the island starts in May.";
  const std::string bridge = "Brackwater Steel builds the lifting bridge at the old shipyard.";
  const Sample left = Sample("left", "en", "Mayor announces a ferry line", "2026-02-01")
                          .body(ferry)
                          .name("harbour-mayor", EntityType::kPerson)
                          .deed("announce", "harbour-mayor");
  const Sample right = Sample("right", "en", "Lifting bridge to be built", "2026-02-01")
                           .body(bridge)
                           .name("bridge-company", EntityType::kOrg)
                           .deed("build", "bridge-company");
  const Sample both =
      Sample("both", "en", "Mayor announces a ferry line, lifting bridge to be built", "2026-02-01")
          .body(ferry + " " + bridge)
          .name("harbour-mayor", EntityType::kPerson)
          .name("bridge-company", EntityType::kOrg)
          .deed("announce", "harbour-mayor")
          .deed("build", "bridge-company");
  Grouper grouper(knowledge());
  const auto first = grouper.add(left);
  const auto second = grouper.add(right);
  const auto third = grouper.add(both);
  EXPECT_TRUE(first.founded);
  if (second.founded) {
    EXPECT_EQ(third.merged, std::vector<std::string>{second.story});
    EXPECT_EQ(grouper.resolve(second.story), first.story);
  }
  EXPECT_EQ(grouper.stories().size(), 1u);
}

TEST(Group, AnIdItHasSeenIsPassedOver) {
  Grouper grouper(knowledge());
  const auto first = grouper.add(pact_in_arabic());
  EXPECT_EQ(grouper.add(pact_in_arabic()).story, first.story);
  EXPECT_EQ(grouper.stories()[0].articles.size(), 1u);
  EXPECT_EQ(first.story.size(), 13u);
  EXPECT_EQ(grouper.resolve("nothing"), "");
}

TEST(Group, ARestoredGrouperContinuesWhereTheOtherStood) {
  const std::vector<Annotated> articles = {
      pact_in_arabic(), quake("north-en", "en", "northern-island", "2026-03-14T05:05", 6.4),
      quake("north-ja", "ja", "northern-island", "2026-03-14T09:00", 6.4),
      quake("south-en", "en", "southern-island", "2026-03-22T05:05", 5.8), pact_in_chinese()};
  Grouper whole(knowledge()), before(knowledge()), after(knowledge());
  for (const auto& article : articles) whole.add(article);
  for (size_t i = 0; i < 3; ++i) before.add(articles[i]);
  const auto changes = before.take_changes();
  ASSERT_EQ(changes.rows.size(), 3u);
  ASSERT_TRUE(after.restore(changes.first_row, changes.rows));
  for (size_t i = 3; i < articles.size(); ++i) after.add(articles[i]);
  EXPECT_EQ(after.take_changes().first_row, 3u);
  const auto one = whole.stories(), two = after.stories();
  ASSERT_EQ(one.size(), two.size());
  for (size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].id, two[i].id);
    EXPECT_EQ(one[i].articles, two[i].articles);
  }
  EXPECT_FALSE(after.restore(0, {"not a row"}));
}

TEST(Group, AStoryTellsWhatItsArticlesShare) {
  Grouper grouper(knowledge());
  grouper.add(pact_in_arabic());
  grouper.add(pact_in_chinese());
  const auto arabic = pact_in_arabic(), chinese = pact_in_chinese();
  const Annotated &one = arabic, &other = chinese;
  const auto lines = evidence({&one, &other}, *knowledge());
  ASSERT_FALSE(lines.empty());
  EXPECT_NE(lines[0].find("norland-president"), std::string::npos);
}

}  // namespace
}  // namespace synoptic::group
