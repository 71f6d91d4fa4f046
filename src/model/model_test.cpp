#include "model/model.h"

#include <gtest/gtest.h>

namespace synoptic::model {
namespace {

TEST(Date, IsoKeepsThePrecision) {
  for (const char* text : {"2019", "2024-11", "2025-W03", "2025-01-15", "2025-01-08T06:18",
                           "2025-10-06T20:10:38"}) {
    const auto date = parse_iso(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(iso(*date), text);
  }
}

TEST(Date, ZoneIsKeptAsStated) {
  const auto date = parse_iso("2025-01-08T06:18:00+02:00");
  ASSERT_TRUE(date);
  EXPECT_EQ(date->zone, "+02:00");
  EXPECT_EQ(date->offset_minutes, 120);
  EXPECT_TRUE(parse_iso("2025-01-08")->zone.empty());
}

TEST(Date, RefusesWhatIsNoDate) {
  for (const char* text : {"2025-13", "2025-02-30", "20250101", "2025-1-1", "x", ""}) {
    EXPECT_FALSE(parse_iso(text)) << text;
  }
}

TEST(Date, WeekdayOfKnownDays) {
  EXPECT_EQ(weekday(*parse_iso("2025-01-03")), 4);  // Friday
  EXPECT_EQ(weekday(*parse_iso("2025-01-15")), 2);  // Wednesday
}

TEST(Json, AnArticleHasItsStableKeys) {
  Article article;
  article.id = "0123";
  article.title = "T";
  JsonWriter json;
  write_json(json, article);
  for (const char* key : {"\"id\"", "\"capture\"", "\"published\":null", "\"blocks\":[]",
                          "\"publisher\":null", "\"date_conflict\":false"}) {
    EXPECT_NE(json.text().find(key), std::string::npos) << key;
  }
}

}  // namespace
}  // namespace synoptic::model
