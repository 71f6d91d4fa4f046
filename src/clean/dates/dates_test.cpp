#include "clean/dates/dates.h"

#include <gtest/gtest.h>

#include "clean/test_support.h"

namespace synoptic::clean {
namespace {

model::DateEvidence evidence(std::string_view iso, std::string_view where,
                             std::string_view role = "published") {
  model::DateEvidence date;
  date.value = *model::parse_iso(iso);
  date.where = where;
  date.role = role;
  return date;
}

TEST(Dates, ABylineToTheMinuteBeatsADayInTheFrontMatterAndTheyConflict) {
  model::Article article;
  article.dates = {evidence("2025-01-04", "front_matter"), evidence("2025-01-03T14:01", "byline")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-01-03T14:01");
  EXPECT_TRUE(article.date_conflict);
  EXPECT_EQ(article.dates.size(), 2u) << "every candidate is kept";
}

TEST(Dates, ALabelOutweighsTheHourOfALineWithoutOne) {
  model::Article article;
  article.dates = {evidence("2025-04-30T19", "byline"), evidence("2025-03-23", "label")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-03-23") << "the other is an evening's";
}

TEST(Dates, TheSameDayToldMoreExactlyIsTaken) {
  model::Article article;
  article.dates = {evidence("2025-06-01", "byline"), evidence("2025-06-01T09:00", "url")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-06-01T09:00");
  EXPECT_FALSE(article.date_conflict);
}

TEST(Dates, AWrongWeekdaySpeaksAgainstADate) {
  model::Article article;
  article.dates = {evidence("2025-01-04", "byline"), evidence("2025-01-03", "front_matter")};
  article.dates[0].weekday_agrees = false;
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-01-03");
}

TEST(Dates, TheDayOfTheLastChangeThatReadersAreShownIsNotTheFirst) {
  model::Article article;
  article.dates = {
      evidence("2025-01-03T09:00", "json_ld"), evidence("2025-02-01T10:00", "json_ld", "modified"),
      evidence("2025-02-01T10:00", "byline"), evidence("2025-02-01T10:00", "time_element")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-01-03T09:00");
}

TEST(Dates, AYearLaterItIsANewEdition) {
  model::Article article;
  article.dates = {
      evidence("2024-01-03T09:00", "json_ld"), evidence("2024-01-03T09:00", "metadata"),
      evidence("2025-02-01T10:00", "json_ld", "modified"), evidence("2025-02-01", "byline")};
  article.dates[3].rule = "month day year, near the headline";
  const auto dates = article.dates;
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-02-01");

  article = {};
  article.dates = dates;
  article.dates[3].role = "modified";
  article.dates[3].where = "label";
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2024-01-03T09:00") << "it says that it changed";

  article = {};
  article.dates = dates;
  article.dates.push_back(evidence("2024-01-03", "url"));
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2024-01-03T09:00")
      << "the address has the first day, too";
}

TEST(Dates, ALabelFarFromTheHeadlineYieldsToTheAddress) {
  model::Article article;
  article.dates = {evidence("2025-03-05", "byline"), evidence("2025-03-05", "url"),
                   evidence("2025-02-20", "label")};
  article.dates[0].rule = "month day year, near the headline";
  article.dates[0].score = -18;  // it stands above the headline
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-03-05");
}

TEST(Dates, NumbersAreReadInTheOrderThatAgreesWithAnotherDate) {
  model::Article article;
  article.dates = {evidence("2025-04-03T10:00", "byline"), evidence("2025-03-04", "url")};
  article.dates[0].rule = "numeric dmy, near the headline";
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-03-04T10:00");
  EXPECT_FALSE(article.date_conflict);

  article = {};
  article.dates = {evidence("2025-04-03", "byline"), evidence("2025-03-05", "url")};
  article.dates[0].rule = "numeric dmy, near the headline";
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-04-03") << "nothing speaks for March";
}

TEST(Dates, ThePrintedTimeTellsTheDayWhereTheStampIsInUtc) {
  model::Article article;
  article.dates = {evidence("2025-02-01T22:30Z", "metadata"), evidence("2025-02-01", "url"),
                   evidence("2025-02-02T04:00", "byline")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-02-02T04:00");

  article = {};
  article.dates = {evidence("2025-02-01T08:30Z", "metadata"), evidence("2025-02-01", "url"),
                   evidence("2025-02-02T04:00", "byline")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-02-01T08:30")
      << "no zone is that far ahead";

  article = {};
  article.dates = {evidence("2025-02-01T18:30Z", "json_ld"), evidence("2025-02-01", "url"),
                   evidence("2025-02-02T05:30", "byline")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-02-02T05:30") << "one moment, told twice";

  article = {};
  article.dates = {evidence("2025-02-01T18:30Z", "json_ld"), evidence("2025-02-01", "url"),
                   evidence("2025-02-02T05:37", "byline")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-02-01T18:30") << "two moments";
}

TEST(Dates, AStampOfThePagesMakingYieldsToAnEarlierByline) {
  model::Article article;
  article.dates = {evidence("2025-02-01T10:00", "json_ld"),
                   evidence("2025-02-01T10:00", "json_ld", "modified"),
                   evidence("2025-01-03", "byline")};
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-01-03");
}

TEST(Dates, OneDayOfSeveralInLinesIsDoubted) {
  model::Article article;
  article.dates = {evidence("2025-01-03T09:00", "json_ld"), evidence("2025-01-01T10:00", "byline"),
                   evidence("2024-12-30T10:00", "byline"), evidence("2024-12-28T10:00", "byline")};
  article.dates[1].weekday_agrees = true;
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2025-01-03T09:00");
}

TEST(Dates, FetchingAndArchivesNeverPublish) {
  model::Article article;
  article.dates = {evidence("2025-08-01", "front_matter", "fetched"),
                   evidence("2025-07-31", "url", "navigation")};
  choose_dates(article);
  EXPECT_FALSE(article.published.has_value());
  EXPECT_FALSE(article.date_conflict);
}

TEST(Dates, AZoneIsGuessedAndMarkedAsAGuess) {
  model::Article article;
  article.lang = "ja";
  article.dates = {evidence("2025-07-01T09:00", "byline")};
  choose_dates(article);
  infer_zone(test_knowledge(), article);
  ASSERT_TRUE(article.zone_inferred.has_value());
  EXPECT_EQ(article.zone_inferred->offset_minutes, 540);
  EXPECT_TRUE(article.published->value.zone.empty());
  article.zone_inferred.reset();
  article.published->value.precision = model::Precision::kDay;
  infer_zone(test_knowledge(), article);
  EXPECT_FALSE(article.zone_inferred.has_value()) << "a day needs no zone";
}

TEST(Dates, AListOfOtherDaysSaysNothingOfThisArticle) {
  model::Article article;
  for (const char* day :
       {"2024-02-01T10:00", "2024-02-03T10:00", "2024-02-05T10:00", "2024-02-07T10:00"}) {
    article.dates.push_back(evidence(day, "time_element"));
  }
  article.dates.push_back(evidence("2024-02-09", "metadata"));
  choose_dates(article);
  ASSERT_TRUE(article.published);
  EXPECT_EQ(model::iso(article.published->value), "2024-02-09");
}

TEST(Dates, WhereOnlyAChangeIsDatedItsDayIsTaken) {
  model::Article article;
  article.dates = {evidence("2024-02-09T10:00", "label")};
  article.dates[0].role = "modified";
  choose_dates(article);
  ASSERT_TRUE(article.published);
  EXPECT_EQ(article.published->role, "modified") << "and it says what it is";
  article = {};
  article.dates = {evidence("2024-02-09T10:00", "label"), evidence("2024-02-01", "byline")};
  article.dates[0].role = "modified";
  choose_dates(article);
  EXPECT_EQ(model::iso(article.published->value), "2024-02-01");
}

}  // namespace
}  // namespace synoptic::clean
