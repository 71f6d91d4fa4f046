// Days and months told without their year, or in the years of another calendar.
#include <algorithm>
#include <array>
#include <cstdlib>

#include "annotate/times/times_resolve.h"

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr int kMonths = 12;
constexpr int kSoon = 45;       // days ahead that a date without year may lie in a past sentence
constexpr int kJustGone = 61;   // days back that it may lie in one that looks ahead
constexpr int kSoonMonths = 2;  // ahead, where the sentence does not say
constexpr int kDaysOfWeek = 7;

DateValue value_of(knowledge::CivilDay day, Precision precision) {
  DateValue value;
  value.year = day.year;
  value.month = day.month;
  value.day = day.day;
  value.precision = precision;
  return cut_to(value, precision);
}

}  // namespace

// A day, month (day 0) or year (month 0) of another calendar, as ours: months and years of theirs
// lie in two of ours each.
Resolved converted(knowledge::Calendar calendar, int year, int month, int day, std::string rule) {
  const bool persian = calendar == knowledge::Calendar::kPersian;
  const int first_month = month == 0 ? 1 : month, last_month = month == 0 ? 12 : month;
  const int last_day = day > 0 ? day : persian && last_month <= 6 ? 31 : 29;
  const Precision precision = day > 0     ? Precision::kDay
                              : month > 0 ? Precision::kMonth
                                          : Precision::kYear;
  Resolved resolved;
  resolved.from =
      value_of(knowledge::to_gregorian(calendar, {year, first_month, std::max(day, 1)}), precision);
  resolved.to =
      value_of(knowledge::to_gregorian(calendar, {year, last_month, last_day}), precision);
  resolved.precision = model::precision_name(precision);
  resolved.rule = std::move(rule);
  resolved.approximate = !persian || day == 0;
  return resolved;
}

// The date in one of the years around, ours or those of its calendar.
Resolved in_year(const knowledge::DateMatch& date, int year) {
  if (date.calendar != knowledge::Calendar::kGregorian) {
    Resolved resolved = converted(date.calendar, year, date.own.month, date.own.day, date.rule);
    if (date.has_day) {
      resolved.from = resolved.to = with_clock(resolved.from, date.value);
      resolved.precision = model::precision_name(resolved.from.precision);
    }
    return resolved;
  }
  DateValue value = date.value;
  value.year = year;
  if (date.has_day) value.day = std::min(value.day, model::days_in_month(year, value.month));
  return point(value, date.rule);
}

// The year that a month or day without one belongs to.
Resolved with_year(const knowledge::DateMatch& date, const DateValue& anchor, Direction direction) {
  int year = anchor.year;
  if (date.calendar != knowledge::Calendar::kGregorian) {
    // Their year that holds the article's day.
    year = date.calendar == knowledge::Calendar::kPersian
               ? anchor.year - 621
               : static_cast<int>((anchor.year - 621.5) * 33 / 32);
    const auto begins = [&](int of) {
      return model::days_from_civil(
          value_of(knowledge::to_gregorian(date.calendar, {of, 1, 1}), Precision::kDay));
    };
    while (begins(year) > model::days_from_civil(anchor)) --year;
    while (begins(year + 1) <= model::days_from_civil(anchor)) ++year;
  }
  std::array<Resolved, 3> tries = {in_year(date, year - 1), in_year(date, year),
                                   in_year(date, year + 1)};
  const auto months = [](const DateValue& value) { return value.year * kMonths + value.month; };
  const auto nearest = [&](auto&& distance) {
    return *std::ranges::min_element(tries, [&](const Resolved& a, const Resolved& b) {
      return distance(a.from) < distance(b.from);
    });
  };
  if (!date.has_day) {
    const int now = months(anchor);
    if (direction == Direction::kNearest) {
      return nearest([&](const DateValue& from) { return std::abs(months(from) - now); });
    }
    if (direction == Direction::kFuture) {
      for (Resolved& one : tries) {
        if (months(one.to) >= now) return one;
      }
    }
    const int soon = direction == Direction::kNear ? kSoonMonths : 0;
    for (size_t i = tries.size(); i-- > 0;) {
      if (months(tries[i].from) <= now + soon) return tries[i];
    }
    return tries[1];
  }
  const int64_t today = model::days_from_civil(anchor);
  // Where the weekday is told it knows the year: only one of two neighbours has it.
  if (date.weekday) {
    for (size_t i = tries.size(); i-- > 0;) {
      const bool agrees = model::weekday(tries[i].from) == *date.weekday;
      if (agrees && std::abs(model::days_from_civil(tries[i].from) - today) < 300) return tries[i];
    }
  }
  // "Nächste Sitzung: 17. Dezember": where nothing tells of the past, the nearer of two years.
  if (direction == Direction::kNearest || direction == Direction::kNear) {
    return nearest(
        [&](const DateValue& from) { return std::abs(model::days_from_civil(from) - today); });
  }
  if (direction == Direction::kFuture) {
    for (Resolved& one : tries) {
      if (model::days_from_civil(one.from) >= today - kJustGone) return one;
    }
  }
  for (size_t i = tries.size(); i-- > 0;) {
    if (model::days_from_civil(tries[i].from) <= today + kSoon) return tries[i];
  }
  return tries[1];
}

Resolved resolve_in_year(const knowledge::DateMatch& date, int year) {
  if (date.calendar == knowledge::Calendar::kPersian) year -= date.own.month >= 10 ? 622 : 621;
  Resolved resolved = in_year(date, year);
  resolved.rule = "date of a year";
  return resolved;
}

DateValue weekday_value(int weekday, const DateValue& anchor, Direction direction) {
  const DateValue monday = monday_of(anchor);
  const int64_t ahead =
      model::days_from_civil(day_after(monday, weekday)) - model::days_from_civil(anchor);
  if (direction == Direction::kThisWeek) return day_after(monday, weekday);
  if (direction == Direction::kNearest) {
    constexpr int64_t kHalfWeek = kDaysOfWeek / 2;
    return day_after(anchor, (ahead + kHalfWeek + kDaysOfWeek) % kDaysOfWeek - kHalfWeek);
  }
  if (direction == Direction::kFuture) return day_after(anchor, ahead < 0 ? ahead + 7 : ahead);
  return day_after(anchor, ahead > 0 ? ahead - 7 : ahead);
}

DateValue day_of_month(int day, const DateValue& anchor, Direction direction) {
  constexpr int kAheadInMonth = 10, kJustGone = 4, kHalfMonth = 15;
  DateValue month = month_value(anchor.year, anchor.month);
  // "the launch was planned for the 13th", said on the 15th, is no plan for next month.
  const int gone = anchor.day - day;
  if (direction == Direction::kFuture && gone > kJustGone) month = month_after(anchor, 1);
  if (direction == Direction::kNearest && gone > kHalfMonth) month = month_after(anchor, 1);
  if (direction != Direction::kFuture && day > anchor.day + kAheadInMonth) {
    month = month_after(anchor, -1);
  }
  // "the 31st" in a month of thirty days is that of the month before.
  if (day > model::days_in_month(month.year, month.month) && direction != Direction::kFuture) {
    month = month_after(month, -1);
  }
  month.day = std::min(day, model::days_in_month(month.year, month.month));
  month.precision = Precision::kDay;
  return month;
}

}  // namespace synoptic::annotate
