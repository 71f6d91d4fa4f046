#include "group/splitting.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "group/group.h"

namespace synoptic::group {
namespace {

Model model() {
  Model out;
  out.weights[static_cast<size_t>(Evidence::kBias)] = -1;
  out.weights[static_cast<size_t>(Evidence::kEntities)] = 4;
  out.join = -2;
  out.merge = out.merge_blurbs = 10;
  out.link = -2;
  out.best_share = 0.5F;
  out.split_below = 1;
  out.split_gap = 1;
  return out;
}

// Articles of two events in turn, so near to their own and to the others'.
Scores in_turn(size_t count, float within, float across,
               const std::vector<std::string_view>& languages = {"en", "en"}) {
  std::vector<std::string_view> all;
  for (size_t i = 0; i < count; ++i) all.push_back(languages[i % 2]);
  Scores out(all);
  for (size_t i = 0; i < count; ++i) {
    for (size_t j = 0; j < i; ++j) out.set(i, j, (i - j) % 2 == 0 ? within : across);
  }
  return out;
}

bool splits(const Scores& scores) { return are_two(scores, halves_of(scores), model()); }

TEST(Splitting, ArticlesFallIntoThoseThatAreNear) {
  const auto halves = halves_of(in_turn(7, 3, 0));
  EXPECT_EQ(halves.first, (std::vector<size_t>{0, 2, 4, 6}));
  EXPECT_EQ(halves.second, (std::vector<size_t>{1, 3, 5}));
}

TEST(Splitting, AStoryIsTwoWhereItsHalvesAreFartherApartThanTheirOwn) {
  EXPECT_TRUE(splits(in_turn(6, 3, 0)));
  EXPECT_FALSE(splits(in_turn(6, 0.5F, 0)));  // all are as far apart
  EXPECT_FALSE(splits(in_turn(6, 5, 2)));     // near enough across
  EXPECT_FALSE(splits(in_turn(5, 3, 0)));     // two articles are a half where they are far apart
  EXPECT_TRUE(splits(in_turn(5, 6, 0)));
  EXPECT_TRUE(splits(in_turn(4, 6, 0)));
  EXPECT_FALSE(splits(in_turn(3, 6, 0)));  // one is none
}

TEST(Splitting, LanguagesAreNoEvents) {
  EXPECT_FALSE(splits(in_turn(8, 3, 0, {"en", "ja"})));
  EXPECT_TRUE(splits(in_turn(8, 3, 0, {"ja", "ja"})));
}

TEST(Splitting, IsAskedNowAndThenWhileAStoryIsYoung) {
  EXPECT_TRUE(is_time_to_split(5, 6));
  EXPECT_FALSE(is_time_to_split(6, 7));
  EXPECT_TRUE(is_time_to_split(4, 9));
  EXPECT_FALSE(is_time_to_split(16, 17));
  EXPECT_FALSE(is_time_to_split(9, 40));
}

model::Annotated dismissal(size_t number, const std::string& coach) {
  model::Annotated out;
  out.article.id = sha256_hex(std::to_string(number)).substr(0, 16);
  out.article.lang = "en";
  for (const std::string& name : {std::string("the-club"), coach}) {
    model::Mention mention;
    mention.entity = mention.name = mention.text = name;
    mention.type = model::EntityType::kPerson;
    mention.at.block = model::kTitleBlock;
    out.mentions.push_back(std::move(mention));
  }
  return out;
}

std::vector<model::Annotated> two_dismissals() {
  std::vector<model::Annotated> out;
  for (size_t i = 0; i < 6; ++i) out.push_back(dismissal(i, i % 2 == 0 ? "ames" : "burke"));
  return out;
}

TEST(Splitting, TwoLikeEventsPartOnceEachHasSomeArticlesAndThoseThatMoveAreTold) {
  const auto knowledge = std::make_shared<const knowledge::Knowledge>();
  const auto articles = two_dismissals();
  Grouper grouper(knowledge, model());
  std::vector<Change> changes;
  for (const auto& article : articles) changes.push_back(grouper.add(article));
  EXPECT_EQ(changes[4].story, changes[0].story);
  const Change& last = changes[5];
  EXPECT_TRUE(last.founded);
  EXPECT_NE(last.story, changes[0].story);
  ASSERT_EQ(last.moved.size(), 2U);
  EXPECT_EQ(last.moved[0], std::pair(articles[1].article.id, last.story));
  EXPECT_EQ(last.moved[1], std::pair(articles[3].article.id, last.story));
  const auto stories = grouper.stories();
  ASSERT_EQ(stories.size(), 2U);
  EXPECT_EQ(stories[0].articles.size(), 3U);
  ASSERT_EQ(stories[0].links.size(), 1U);
  EXPECT_EQ(stories[0].links[0].story, stories[1].id);
  EXPECT_EQ(stories[0].links[0].kind, "similar");
  EXPECT_EQ(grouper.resolve(last.story), last.story);
}

TEST(Splitting, IsKeptAndRestored) {
  const auto knowledge = std::make_shared<const knowledge::Knowledge>();
  Grouper first(knowledge, model()), second(knowledge, model());
  for (const auto& article : two_dismissals()) first.add(article);
  const auto changes = first.take_changes();
  EXPECT_EQ(changes.stories.size(), 2U);
  ASSERT_TRUE(second.restore(changes.first_row, changes.rows));
  const auto more = dismissal(9, "burke");
  EXPECT_EQ(first.add(more).story, second.add(more).story);
  const auto one = first.stories(), two = second.stories();
  ASSERT_EQ(one.size(), two.size());
  for (size_t i = 0; i < one.size(); ++i) EXPECT_EQ(one[i].articles, two[i].articles);
  // With the first articles gone, what is left of each stays apart.
  Grouper third(knowledge, model());
  ASSERT_TRUE(third.restore(2, {changes.rows.begin() + 2, changes.rows.end()}));
  EXPECT_EQ(third.stories().size(), 2U);
}

}  // namespace
}  // namespace synoptic::group
