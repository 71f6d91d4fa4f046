// Articles taken out: the others stay where they were placed.
#include <gtest/gtest.h>

#include <algorithm>

#include "group/testing_sample.h"

namespace synoptic::group {
namespace {

Sample pact(const std::string& key, const std::string& lang, const std::string& title,
            const std::string& date) {
  return Sample(key, lang, title, date)
      .name("norland-president", EntityType::kPerson)
      .name("norland", EntityType::kCountry)
      .name("sudland", EntityType::kCountry)
      .name("artificial-intelligence", EntityType::kConcept)
      .deed("order", "norland-president")
      .deed("cooperate", "norland-president", "sudland");
}

Sample quake(const std::string& key) {
  return Sample(key, "en", key, "2026-03-14T05:05")
      .name("japan", EntityType::kCountry)
      .name("northern-island", EntityType::kRegion)
      .name("earthquake", EntityType::kConcept)
      .deed("strike", "")
      .day("2026-03-14")
      .figure("magnitude", 6.4, "earthquake");
}

std::string id_of(const Annotated& annotated) { return annotated.article.id; }

class Removal : public testing::Test {
 protected:
  Removal() {
    for (const auto& article : articles_) before_.add(article);
    rows_ = before_.take_changes().rows;
  }
  // The state without some articles; then the rows are as a store would have them.
  Grouper without(const Grouper::Removed& removed) {
    Grouper out(knowledge());
    if (!out.restore(0, rows_, {}, removed)) ADD_FAILURE();
    changes_ = out.take_changes();
    for (const auto& [number, row] : changes_.changed_rows) rows_[number] = row;
    return out;
  }

  const std::vector<Annotated> articles_ = {
      pact("founder", "ar", "zorblatt", "2025-03-08"), quake("quake-one"),
      pact("second", "zh", "second", "2025-03-09"), pact("third", "en", "third", "2025-03-10")};
  Grouper before_{knowledge()};
  std::vector<std::string> rows_;
  Grouper::Changes changes_;
};

TEST_F(Removal, TheOthersStayAndTheStoryKeepsItsName) {
  const std::string story = before_.add(articles_[0]).story;
  const Grouper left = without({id_of(articles_[0])});
  ASSERT_EQ(changes_.stories.size(), 1u);
  EXPECT_EQ(changes_.stories[0].id, story);
  EXPECT_EQ(changes_.stories[0].title, "second");
  EXPECT_EQ(changes_.stories[0].articles,
            (std::vector<std::string>{id_of(articles_[2]), id_of(articles_[3])}));
  EXPECT_EQ(left.stories().size(), 2u);
  ASSERT_EQ(changes_.changed_rows.size(), 1u);
  const std::string& row = changes_.changed_rows[0].second;
  EXPECT_EQ(row.find("zorblatt"), std::string::npos);
  EXPECT_EQ(row.find(id_of(articles_[0])), std::string::npos);
}

TEST_F(Removal, WhoContinuesFromTheRowsStandsWhereTheOtherDid) {
  Grouper one = without({id_of(articles_[0])});
  Grouper other(knowledge());
  ASSERT_TRUE(other.restore(0, rows_));
  EXPECT_TRUE(other.take_changes().stories.empty());
  const auto fourth = pact("fourth", "ru", "fourth", "2025-03-11");
  const Change joined = one.add(fourth);
  EXPECT_FALSE(joined.founded);
  EXPECT_EQ(other.add(fourth).story, joined.story);
  const auto left = one.stories(), right = other.stories();
  ASSERT_EQ(left.size(), right.size());
  for (size_t i = 0; i < left.size(); ++i) EXPECT_EQ(left[i].articles, right[i].articles);
  // Taken out, it is as unknown as one that never came.
  EXPECT_EQ(one.find(id_of(articles_[0])), nullptr);
  EXPECT_EQ(one.add(articles_[0]).story, joined.story);
}

TEST_F(Removal, AStoryWithoutArticlesIsGone) {
  const std::string story = before_.add(articles_[1]).story;
  Grouper left = without({id_of(articles_[1])});
  EXPECT_TRUE(changes_.stories.empty());
  EXPECT_EQ(left.resolve(story), "");
  EXPECT_EQ(left.stories().size(), 1u);
  EXPECT_EQ(left.add(articles_[1]).story, story);  // founded again
}

TEST_F(Removal, AStoryOfAnArticleThatComesAgainElsewhereHasAnotherName) {
  const std::string story = before_.add(articles_[0]).story;
  Grouper left = without({id_of(articles_[0])});
  Annotated changed = quake("elsewhere");
  changed.article.id = id_of(articles_[0]);
  changed.mentions.clear();
  changed.events.clear();
  changed.quantities.clear();
  const Change again = left.add(changed);
  EXPECT_TRUE(again.founded);
  EXPECT_NE(again.story, story);
  EXPECT_EQ(left.resolve(story), story);
}

// What is left of copies is one account, with the next for its original.
TEST(RemovalOfAnOriginal, LeavesItToTheNextCopy) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "word" + std::to_string(i) + " stands in both texts. ";
  Grouper grouper(knowledge());
  std::vector<Annotated> copies;
  for (int i = 0; i < 3; ++i) {
    copies.push_back(pact("copy" + std::to_string(i), "en", "Pact",
                          "2025-03-0" + std::to_string(i + 1) + "T08:00")
                         .body(text));
    grouper.add(copies.back());
  }
  auto changes = grouper.take_changes();
  ASSERT_EQ(changes.stories.size(), 1u);
  ASSERT_EQ(changes.stories[0].accounts.size(), 1u);
  ASSERT_EQ(changes.stories[0].accounts[0][0], id_of(copies[0]));
  Grouper left(knowledge());
  ASSERT_TRUE(left.restore(0, changes.rows, {}, {id_of(copies[0])}));
  changes = left.take_changes();
  ASSERT_EQ(changes.stories.size(), 1u);
  EXPECT_EQ(changes.stories[0].accounts,
            (std::vector<std::vector<std::string>>{{id_of(copies[1]), id_of(copies[2])}}));
}

}  // namespace
}  // namespace synoptic::group
