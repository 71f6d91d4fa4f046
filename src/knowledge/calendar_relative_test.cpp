#include <gtest/gtest.h>

#include "knowledge/calendar.h"

namespace synoptic::knowledge {
namespace {

std::string read(std::string_view text) {
  const auto value = parse_relative(text, *model::parse_iso("2026-03-02T05:10:00"));
  return value ? model::iso(*value) : "none";
}

TEST(ParseRelative, CountsBackFromTheReading) {
  EXPECT_EQ(read("25 minutes ago"), "2026-03-02T04:45");
  EXPECT_EQ(read("2 hours ago"), "2026-03-02T03");
  EXPECT_EQ(read("3 days ago"), "2026-02-27");
  EXPECT_EQ(read("a week ago"), "2026-02-23");
  EXPECT_EQ(read("1 month ago"), "2026-02");
  EXPECT_EQ(read("2 years ago"), "2024");
  EXPECT_EQ(read("1 day and 2 hours ago"), "2026-03-01T03");
}

TEST(ParseRelative, InManyLanguages) {
  EXPECT_EQ(read("вчера"), "2026-03-01");
  EXPECT_EQ(read("2 часа назад"), "2026-03-02T03");
  EXPECT_EQ(read("3天前"), "2026-02-27");
  EXPECT_EQ(read("منذ ساعتين"), "2026-03-02T03");
  EXPECT_EQ(read("il y a 3 jours"), "2026-02-27");
  EXPECT_EQ(read("hace dos días"), "2026-02-28");
  EXPECT_EQ(read("vor 2 Stunden"), "2026-03-02T03");
  EXPECT_EQ(read("há 2 horas"), "2026-03-02T03");
  EXPECT_EQ(read("3日前"), "2026-02-27");
  EXPECT_EQ(read("2시간 전"), "2026-03-02T03");
  EXPECT_EQ(read("3 gün önce"), "2026-02-27");
  EXPECT_EQ(read("2 ساعت پیش"), "2026-03-02T03");
  EXPECT_EQ(read("3 дні тому"), "2026-02-27");
  EXPECT_EQ(read("2 घंटे पहले"), "2026-03-02T03");
  EXPECT_EQ(read("3 hari yang lalu"), "2026-02-27");
}

TEST(ParseRelative, ADayWithItsClock) {
  EXPECT_EQ(read("yesterday at 11:30"), "2026-03-01T11:30");
  EXPECT_EQ(read("Today, 9:05 pm"), "2026-03-02T21:05");
}

TEST(ParseRelative, NothingElse) {
  EXPECT_EQ(read("2 min read"), "none");
  EXPECT_EQ(read("5 minutes"), "none");
  EXPECT_EQ(read("ago"), "none");
  EXPECT_EQ(read("the pier closed 2 days ago"), "none");
  EXPECT_EQ(read(""), "none");
}

TEST(Moved, KeepsToTheMonthsLength) {
  const auto march = *model::parse_iso("2026-03-31");
  EXPECT_EQ(model::iso(moved(march, {-1, 0})), "2026-02-28");
  EXPECT_EQ(model::iso(moved(march, {0, -24 * 60})), "2026-03-30");
}

TEST(FindDates, AMonthWithBothItsNames) {
  const auto date = parse_date("24 نيسان / أبريل 2020", "ar");
  ASSERT_TRUE(date);
  EXPECT_EQ(model::iso(*date), "2020-04-24");
}

}  // namespace
}  // namespace synoptic::knowledge
