#include "knowledge/calendar.h"

#include <gtest/gtest.h>

#include "knowledge/calendar_forms.h"

namespace synoptic::knowledge {
namespace {

std::string parsed(std::string_view text, std::string_view lang = "") {
  const auto value = parse_date(text, lang);
  if (!value) return "none";
  return model::iso(*value) + (value->zone.empty() ? "" : " " + value->zone);
}

std::string found(std::string_view text, std::string_view lang = "", bool partial = false) {
  std::string out;
  for (const DateMatch& match : find_dates(text, {lang, partial})) {
    if (!out.empty()) out += "; ";
    out += std::string(match.range.of(text)) + " = " + model::iso(match.value);
    if (!match.has_year) out += " (" + match.rule + ")";
  }
  return out;
}

TEST(Calendar, ReadsBylinesOfManyLanguages) {
  EXPECT_EQ(parsed("9 يناير 2026 07:21", "ar"), "2026-01-09T07:21");
  EXPECT_EQ(parsed("2026年02月03日 15时04分 星期二", "zh"), "2026-02-03T15:04");
  EXPECT_EQ(parsed("April 2, 2026 5:05 AM UTC", "en"), "2026-04-02T05:05 UTC");
  EXPECT_EQ(parsed("15 мая 2026, 12:30", "ru"), "2026-05-15T12:30");
  EXPECT_EQ(parsed("2026.08.21 09:05", "ko"), "2026-08-21T09:05");
  EXPECT_EQ(parsed("15/03/2026 - 18:20", "tr"), "2026-03-15T18:20");
  EXPECT_EQ(parsed("Kamis, 20 Agu 2026 11:25 WIB", "id"), "2026-08-20T11:25 WIB");
  EXPECT_EQ(parsed("۱۸ اوت ۲۰۲۶ ساعت ۱۶:۵۰", "fa"), "2026-08-18T16:50");
  EXPECT_EQ(parsed("2026年4月14日 12時45分", "ja"), "2026-04-14T12:45");
  EXPECT_EQ(parsed("29 avril 2026 à 11h10", "fr"), "2026-04-29T11:10");
  EXPECT_EQ(parsed("quinta-feira, 7 de maio de 2026 às 19h40", "pt"), "2026-05-07T19:40");
  EXPECT_EQ(parsed("15. März 2026, 15.10 Uhr", "de"), "2026-03-15T15:10");
  EXPECT_EQ(parsed("15 मार्च 2026, 06:45 PM IST", "hi"), "2026-03-15T18:45 IST");
  EXPECT_EQ(parsed("9 вересня 2026 р. о 19:10", "uk"), "2026-09-09T19:10");
}

TEST(Calendar, StrokesAndColonsBetweenTheParts) {
  EXPECT_EQ(parsed("سه‌شنبه / ۱۳ آبان ۱۴۰۴ / ۰۸:۱۰", "fa"),
            "2025-11-04T08:10");
  EXPECT_EQ(parsed("۱۳ آبان ۱۴۰۴ / ۰۸:۱۰", "fa"), "2025-11-04T08:10");
  EXPECT_EQ(parsed("Tuesday / 4 November 2025 / 08:10", "en"), "2025-11-04T08:10");
  EXPECT_EQ(parsed("04 نوفمبر ,2025: 08:10 م GST", "ar"), "2025-11-04T20:10 GST");
  EXPECT_EQ(parsed("04 نوفمبر ,2025 : 08:10 ص", "ar"), "2025-11-04T08:10");
  EXPECT_EQ(found("4 November 2025: 12 dead", "en"), "4 November 2025 = 2025-11-04");
  EXPECT_EQ(found("4 November 20:25", "en", true),
            "4 November 20:25 = 0000-11-04T20:25 (day month)");
}

TEST(Calendar, ReadsBylinesOfLanguagesOfTheSecondRank) {
  EXPECT_EQ(parsed("07 հունիսի 2026", "hy"), "2026-06-07");
  EXPECT_EQ(parsed("17. januar 2026", "sr"), "2026-01-17");
  EXPECT_EQ(parsed("7 јуни 2026", "mk"), "2026-06-07");
  EXPECT_EQ(parsed("7. júní 2026", "is"), "2026-06-07");
  EXPECT_EQ(parsed("7 iyun 2026, 10:44", "az"), "2026-06-07T10:44");
}

TEST(Calendar, MonthsThatAfghanistanNamesByTheZodiac) {
  EXPECT_EQ(parsed("۷ عقرب ۱۴۰۵", "fa"), "2026-10-29");
  EXPECT_EQ(parsed("۷ آبان ۱۴۰۵", "fa"), "2026-10-29");
  EXPECT_EQ(parsed("۱ حمل ۱۴۰۵", "fa"), "2026-03-21");
  EXPECT_EQ(found("روز پنجشنبه ۷ عقرب", "fa", true).find("day month") != std::string::npos, true);
  EXPECT_EQ(found("۵ سرطان شایع", "fa", true), "");
  EXPECT_EQ(found("در عقرب", "fa", true), "");
}

TEST(Calendar, AShortNameEndsWithItsNumber) {
  EXPECT_EQ(parsed("Wednesday, January 11th 2012 00:00", "en"), "2012-01-11T00:00");
  EXPECT_EQ(parsed("March 12th 2026", "en"), "2026-03-12");
}

TEST(Calendar, AMonthsNameMayBeADaysNameElsewhere) {
  EXPECT_EQ(parsed("Mar 4, 2026"), "2026-03-04");
  EXPECT_EQ(parsed("Mar 4, 2026", "es"), "2026-03-04");
  EXPECT_EQ(parsed("mar, 3 mar 2026", "es"), "2026-03-03");
}

TEST(Calendar, OnlySlashesPutTheMonthFirst) {
  EXPECT_EQ(parsed("02/12/2025", "en"), "2025-02-12");
  EXPECT_EQ(parsed("02-12-2025", "en"), "2025-12-02");
  EXPECT_EQ(parsed("02/12/2025", "en-us"), "2025-02-12");
  EXPECT_EQ(parsed("02/12/2025", "en-gb"), "2025-12-02");
  EXPECT_EQ(parsed("2 Dec 2025", "en-gb"), "2025-12-02");
  EXPECT_EQ(parsed("12-25-2025", "en"), "2025-12-25");
}

TEST(Calendar, ReadsMachineForms) {
  EXPECT_EQ(parsed("Tue, 10 Feb 2026 13:51:39 -0700"), "2026-02-10T13:51:39 -07:00");
  EXPECT_EQ(parsed("2026-02-10T13:51:39.123Z"), "2026-02-10T13:51:39 Z");
  EXPECT_EQ(parsed("2026-02-10T13:51:39.942193"), "2026-02-10T13:51:39");
  EXPECT_EQ(parsed("2026-02-10T13:51+05:30"), "2026-02-10T13:51 +05:30");
  EXPECT_EQ(parsed("20260210T135139Z"), "2026-02-10T13:51:39 Z");
  EXPECT_EQ(parsed("2026-02-10"), "2026-02-10");
}

TEST(Calendar, InventsNothing) {
  EXPECT_EQ(parsed("11th, March 2026 GMT", "ar"), "2026-03-11 GMT");
  EXPECT_EQ(parsed("January 2026", "en"), "2026-01");
  EXPECT_EQ(parsed("5 March 2026 at 3 p.m.", "en"), "2026-03-05T15");
  EXPECT_EQ(parsed("31 February 2026"), "none");
  EXPECT_EQ(parsed("2026-13-40"), "none");
  EXPECT_EQ(parsed("March 14"), "none");
  EXPECT_EQ(parsed(""), "none");
}

TEST(Calendar, KnowsOtherCalendarsWhereTheyAreStated) {
  EXPECT_EQ(parsed("۲۸ مرداد ۱۴۰۵", "fa"), "2026-08-19");
  EXPECT_EQ(parsed("1405/01/01", "fa"), "2026-03-21");
  EXPECT_EQ(parsed("14 มีนาคม 2569", "th"), "2026-03-14");
  EXPECT_EQ(parsed("令和8年3月14日", "ja"), "2026-03-14");
  EXPECT_EQ(parsed("民國115年3月14日", "zh"), "2026-03-14");
  EXPECT_EQ(from_persian(1404, 7, 15).day, 7);    // 7 October 2025, behind the leap year 1403
  EXPECT_EQ(from_hijri(1447, 10, 1).day, 20);     // 20 March 2026
  EXPECT_EQ(from_persian(1399, 12, 30).day, 20);  // a leap year: 20 March 2021
}

TEST(Calendar, YearsOfTwoDigits) {
  EXPECT_EQ(found("Publié le 27 mars 26 à 9:21", "fr"), "le 27 mars 26 à 9:21 = 2026-03-27T09:21");
  EXPECT_EQ(found("27 mars 26 bateaux à 9:21", "fr"), "");
  EXPECT_EQ(found("27 mars 26 h 30", "fr"), "");
  EXPECT_EQ(parsed("۱۹ اسفند ۹۸", "fa"), "2020-03-09");
  EXPECT_EQ(parsed("۰۵/۰۱/۰۱", "fa"), "2026-03-21");
  EXPECT_EQ(parsed("14 มี.ค. 69", "th"), "2026-03-14");
  EXPECT_EQ(parsed("14 มี.ค. 26", "th"), "2026-03-14");
}

TEST(Calendar, SignsBetweenAndAroundTheParts) {
  EXPECT_EQ(parsed("14 مارس، 2026", "ar"), "2026-03-14");
  EXPECT_EQ(parsed("14·03·2026 | 10:21", "es"), "2026-03-14T10:21");
  EXPECT_EQ(found("2 · 3 · 26", "es"), "") << "a product";
  EXPECT_EQ(parsed("«14» марта 2026 г.", "ru"), "2026-03-14");
  EXPECT_EQ(parsed("Mar.14.2026", "en"), "2026-03-14");
  EXPECT_EQ(found("mar. 14.5 metres", "en"), "");
  EXPECT_EQ(parsed("2026 оны 3 сарын 14", "mn"), "2026-03-14");
}

TEST(Calendar, HalvesOfTheDay) {
  EXPECT_EQ(parsed("14 مارس 2026 02:30 م", "ar"), "2026-03-14T14:30");
  EXPECT_EQ(parsed("2026年3月14日下午3时20分", "zh"), "2026-03-14T15:20");
  EXPECT_EQ(parsed("2026년 3월 14일 오후 3시 45분", "ko"), "2026-03-14T15:45");
  EXPECT_EQ(parsed("14 March 2026 12:10 am", "en"), "2026-03-14T00:10");
  EXPECT_EQ(found("at 7:30 in the evening", "en", true),
            "7:30 in the evening = 0000-01-01T19:30 (clock)");
}

TEST(Calendar, AboutMayStandBetweenAHalfOfTheDayAndItsHour) {
  EXPECT_EQ(found("शाम करीब 7:40 बजे", "hi", true), "शाम करीब 7:40 बजे = 0000-01-01T19:40 (clock)");
  EXPECT_EQ(found("下午约3时", "zh", true), "下午约3时 = 0000-01-01T15 (clock)");
  EXPECT_EQ(found("午後およそ3時", "ja", true), "午後およそ3時 = 0000-01-01T15 (clock)");
  EXPECT_EQ(found("오후 약 3시", "ko", true), "오후 약 3시 = 0000-01-01T15 (clock)");
}

TEST(Calendar, TheFirstHoursOfTheNightAreThoseBehindMidnight) {
  EXPECT_EQ(found("रात 10 बजे", "hi", true), "रात 10 बजे = 0000-01-01T22 (clock)");
  EXPECT_EQ(found("देर रात करीब 2 बजे", "hi", true), "देर रात करीब 2 बजे = 0000-01-01T02 (clock)");
  EXPECT_EQ(found("밤 11시", "ko", true), "밤 11시 = 0000-01-01T23 (clock)");
  EXPECT_EQ(found("밤 1시", "ko", true), "밤 1시 = 0000-01-01T01 (clock)");
  EXPECT_EQ(found("深夜2时", "zh", true), "深夜2时 = 0000-01-01T02 (clock)");
}

TEST(Calendar, OrderOfNumbersFollowsTheLanguageOnlyWhereItIsOpen) {
  EXPECT_EQ(parsed("03/04/2026", "fr"), "2026-04-03");
  EXPECT_EQ(parsed("03/04/2026", "en"), "2026-03-04");
  EXPECT_EQ(parsed("13/04/2026", "en"), "2026-04-13");
  EXPECT_EQ(parsed("03/04/2026"), "2026-04-03");
}

TEST(Calendar, FindsDatesInText) {
  EXPECT_EQ(found("x/cooperation-2026-01-01/ y"), "2026-01-01 = 2026-01-01");
  EXPECT_EQ(found("/?issue=20261005", "zh"), "20261005 = 2026-10-05");
  EXPECT_EQ(found("Updated 07:30, 14 Mar 2026 by us", "en"),
            "07:30, 14 Mar 2026 = 2026-03-14T07:30");
  EXPECT_EQ(found("host 192.168.10.12, tel. 010-62641205, 6.4 of 10"), "");
}

TEST(Calendar, WeekdaysAreChecked) {
  const auto right = find_dates("Tuesday, 10 February 2026", {"en"});
  ASSERT_EQ(right.size(), 1u);
  EXPECT_EQ(right[0].weekday_agrees, true);
  const auto wrong = find_dates("Monday, 10 February 2026", {"en"});
  ASSERT_EQ(wrong.size(), 1u);
  EXPECT_EQ(wrong[0].weekday_agrees, false);
}

TEST(Calendar, PartialDatesOnlyWhenAsked) {
  EXPECT_EQ(found("в ноябре", "ru"), "");
  EXPECT_EQ(found("в ноябре", "ru", true), "ноябре = 0000-11 (month)");
  EXPECT_EQ(found("من السبت", "ar", true), "السبت = 0000-01-01 (weekday)");
  EXPECT_EQ(found("19日午後3時", "ja", true), "19日午後3時 = 0000-01-19T15 (day)");
  EXPECT_EQ(found("19日間", "ja", true), "");
  EXPECT_EQ(found("pada Selasa (7/7),", "id", true),
            "Selasa (7/7) = 0000-07-07 (numeric day month)");
  EXPECT_EQ(found("it may rain", "en", true), "");
}

TEST(Calendar, SlashesWithBlanksAroundThem) {
  EXPECT_EQ(found("الثلاثاء ١ / ١٢ / ٢٠٢٠", "ar"), "الثلاثاء ١ / ١٢ / ٢٠٢٠ = 2020-12-01");
  EXPECT_EQ(found("1 / 2 / 30", "en"), "");
}

TEST(Calendar, SurvivesBrokenBytes) {
  for (const std::string_view text :
       {"\xff\xfe 12", "12 \xd9", "2026年\xe6", "(((((", "12:", "GMT+"}) {
    EXPECT_TRUE(find_dates(text, {"", true}).size() <= 1);
  }
}

}  // namespace
}  // namespace synoptic::knowledge
