#include <gtest/gtest.h>

#include "annotate/steps.h"

namespace synoptic::annotate {
namespace {

std::string times(std::string_view text, std::string_view lang, std::string_view published) {
  static const auto knowledge = knowledge::Knowledge::load();
  EXPECT_TRUE(knowledge.has_value());
  model::Annotated annotated;
  annotated.article.lang = std::string(lang);
  if (const auto value = model::parse_iso(published)) {
    annotated.article.published.emplace();
    annotated.article.published->value = *value;
  }
  annotated.article.blocks.resize(2);  // the first may hold a dateline
  annotated.article.blocks[1].text = std::string(text);
  const Sources sources = make_sources(annotated.article);
  find_times(annotated, sources, **knowledge);
  std::string out;
  for (const model::TimeMention& time : annotated.times) {
    if (!out.empty()) out += "; ";
    if (time.precision == "unresolved") {
      out += "unresolved";
      continue;
    }
    out += model::iso(time.from);
    if (time.from != time.to) out += "/" + model::iso(time.to);
    out += " " + time.precision;
  }
  return out;
}

TEST(Times, RelativeTimesLieOnTheRightSide) {
  EXPECT_EQ(times("خلال زيارته الأسبوع الماضي", "ar", "2026-03-18"), "2026-03-09/2026-03-15 week");
  EXPECT_EQ(times("في الشهر المقبل", "ar", "2026-12-18"), "2027-01 month");
  EXPECT_EQ(times("three years ago", "en", "2026-03-18"), "2023 year");
  EXPECT_EQ(times("через два дня", "ru", "2026-03-18"), "2026-03-20 day");
  EXPECT_EQ(times("昨年11月", "ja", "2026-03-18"), "2025-11 month");
  EXPECT_EQ(times("上周三", "zh", "2026-03-18"), "2026-03-11 day");
  EXPECT_EQ(times("geçen ay", "tr", "2026-01-18"), "2025-12 month");
}

TEST(Times, AMonthAloneIsTheLastOneUnlessTheSentenceLooksAhead) {
  EXPECT_EQ(times("اجتمعوا في أكتوبر في مسقط", "ar", "2026-02-15"), "2025-10 month");
  EXPECT_EQ(times("They met in October.", "en", "2026-02-15"), "2025-10 month");
  EXPECT_EQ(times("They will meet in October.", "en", "2026-02-15"), "2026-10 month");
  EXPECT_EQ(times("He may go", "en", "2026-02-15"), "");
}

TEST(Times, WeekdaysAndStretches) {
  EXPECT_EQ(times("on Friday", "en", "2026-03-14"), "2026-03-13 day");
  EXPECT_EQ(times("will meet on Tuesday", "en", "2026-03-14"), "2026-03-17 day");
  EXPECT_EQ(times("من الأحد إلى الخميس", "ar", "2026-03-17"), "2026-03-15/2026-03-19 day");
  EXPECT_EQ(times("from 14 to 16 March", "en", "2026-03-10"), "2026-03-14/2026-03-16 day");
  EXPECT_EQ(times("5月15日至18日", "zh", "2026-05-01"), "2026-05-15/2026-05-18 day");
  EXPECT_EQ(times("at 23:40 GMT on Friday", "en", "2026-03-14"), "2026-03-13T23:40 minute");
}

TEST(Times, YearsAndPeriodsSince) {
  EXPECT_EQ(times("في سنة 2018", "ar", "2026-02-15"), "2018 year");
  EXPECT_EQ(times("在 2021 年承认", "zh", "2026-02-15"), "2021 year");
  EXPECT_EQ(times("منذ 4 سنوات", "ar", "2026-02-15"), "2022/2026 year");
  EXPECT_EQ(times("the first time in 4 years", "en", "2026-02-15"), "2022/2026 year");
}

TEST(Times, WithoutAnAnchorOnlyAbsoluteTimesAreResolved) {
  EXPECT_EQ(times("في ديسمبر الماضي", "ar", ""), "unresolved");
  EXPECT_EQ(times("on Friday", "en", ""), "unresolved");
  EXPECT_EQ(times("on 3 April 2026", "en", ""), "2026-04-03 day");
}

TEST(Times, ForeignShortMonthsAreNotMonths) {
  EXPECT_EQ(times("21 des 63 sièges", "fr", "2026-05-31"), "");
}

}  // namespace
}  // namespace synoptic::annotate
