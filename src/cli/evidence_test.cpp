#include "cli/evidence.h"

#include <gtest/gtest.h>

namespace synoptic::cli {
namespace {

model::DateEvidence date(int day, std::string where, Span span) {
  model::DateEvidence evidence;
  evidence.value.year = 2025;
  evidence.value.month = 3;
  evidence.value.day = day;
  evidence.role = "published";
  evidence.where = std::move(where);
  evidence.span = span;
  return evidence;
}

model::Article article() {
  model::Article article;
  article.title = "Bridge reopens";
  article.title_span = {10, 24};
  article.title_statements = {{"Bridge reopens", "h1", {10, 24}},
                              {"Bridge Reopens - The Quay", "title", {40, 65}}};
  article.dates = {date(4, "metadata", {70, 80}), date(5, "byline", {90, 100})};
  article.published = article.dates[1];
  article.author_statements = {{"Anna Berg", "byline", {110, 119}}};
  article.authors = {{"Anna Berg", "", "", "", {110, 119}}};
  return article;
}

TEST(Evidence, WhatWasChosenIsMarked) {
  const model::Article page = article();
  EXPECT_FALSE(is_chosen(page, page.dates[0]));
  EXPECT_TRUE(is_chosen(page, page.dates[1]));
  EXPECT_TRUE(is_chosen_title(page, page.title_statements[0]));
  EXPECT_FALSE(is_chosen_title(page, page.title_statements[1]));
  const std::string text = evidence_as_text(page);
  EXPECT_NE(text.find("  * 2025-03-05"), std::string::npos);
  EXPECT_NE(text.find("    2025-03-04"), std::string::npos);
}

TEST(Evidence, WhatWasChosenMayHaveItsZoneFromElsewhere) {
  model::Article page = article();
  page.published->value.zone = "+02:00";
  page.published->value.offset_minutes = 120;
  EXPECT_TRUE(is_chosen(page, page.dates[1]));
  EXPECT_FALSE(is_chosen(page, page.dates[0]));
}

TEST(Evidence, ATitleWithItsOutletIsNoConflict) {
  EXPECT_TRUE(conflicts_of(article()).empty());
  EXPECT_EQ(evidence_as_text(article()).find("Conflicts"), std::string::npos);
}

TEST(Evidence, WherePlacesDisagreeIsTold) {
  model::Article page = article();
  page.date_conflict = true;
  page.title_statements.push_back({"A ferry stops", "og", {130, 143}});
  page.author_statements.push_back({"Web desk", "page", {150, 158}});
  const auto conflicts = conflicts_of(page);
  ASSERT_EQ(conflicts.size(), 3u);
  EXPECT_EQ(conflicts[0].values, (std::vector<std::string>{"2025-03-04", "2025-03-05"}));
  EXPECT_EQ(conflicts[1].values, (std::vector<std::string>{"Bridge reopens", "A ferry stops"}));
  EXPECT_EQ(conflicts[2].values, (std::vector<std::string>{"Anna Berg", "Web desk"}));
}

TEST(Evidence, ATitleThatOnlyTheTextHasIsListedToo) {
  model::Article page = article();
  page.title_statements.clear();
  EXPECT_NE(evidence_as_text(page).find("  * text "), std::string::npos);
}

}  // namespace
}  // namespace synoptic::cli
