#include "annotate/times_resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr int kDaysOfWeek = 7;
constexpr int kMonths = 12;
constexpr int kSoon = 45;        // days ahead that a date without year may lie in the same year
constexpr int kSoonMonths = 2;   // the same for months
constexpr int kFarthest = 9999;  // years

int64_t day_number(const DateValue& date) {
  return model::days_from_civil(date.year, date.month, date.day);
}

DateValue year_value(int year) {
  DateValue value;
  value.year = std::clamp(year, 1, kFarthest);
  value.precision = Precision::kYear;
  return value;
}

DateValue month_value(int year, int month) {
  DateValue value = year_value(year);
  value.month = month;
  value.precision = Precision::kMonth;
  return value;
}

DateValue month_after(const DateValue& date, int months) {
  const int count = date.year * kMonths + date.month - 1 + months;
  return month_value(count / kMonths, count % kMonths + 1);
}

Resolved point(DateValue value, std::string rule) {
  const std::string precision(model::precision_name(value.precision));
  return {value, value, precision, std::move(rule)};
}

Resolved week(const DateValue& monday, std::string rule) {
  return {monday, day_after(monday, kDaysOfWeek - 1), "week", std::move(rule)};
}

Resolved unresolved(std::string rule) { return {{}, {}, "unresolved", std::move(rule)}; }

std::string_view unit_name(TimeUnit unit) {
  constexpr std::string_view kNames[] = {"minute", "hour", "day",    "week",
                                         "month",  "year", "decade", "century"};
  return kNames[static_cast<size_t>(unit)];
}

// `count` units before (negative) or behind the anchor, as exact as the unit.
Resolved shifted(const DateValue& anchor, double count, TimeUnit unit, std::string rule) {
  const int whole = static_cast<int>(std::clamp(std::round(count), -100000.0, 100000.0));
  switch (unit) {
    case TimeUnit::kMinute:
    case TimeUnit::kHour: {
      if (anchor.precision < Precision::kHour) return point(day_after(anchor, 0), std::move(rule));
      const int64_t minutes = int64_t{anchor.hour} * 60 + anchor.minute +
                              int64_t{whole} * (unit == TimeUnit::kHour ? 60 : 1);
      const int64_t day = minutes >= 0 ? minutes / 1440 : -((-minutes + 1439) / 1440);
      DateValue value = day_after(anchor, day);
      value.hour = static_cast<int>((minutes - day * 1440) / 60);
      value.minute = static_cast<int>((minutes - day * 1440) % 60);
      value.zone = anchor.zone;
      value.offset_minutes = anchor.offset_minutes;
      value.precision = unit == TimeUnit::kHour ? Precision::kHour : Precision::kMinute;
      if (unit == TimeUnit::kHour) value.minute = 0;
      return point(value, std::move(rule));
    }
    case TimeUnit::kDay:
      return point(day_after(anchor, whole), std::move(rule));
    case TimeUnit::kWeek:
      return week(monday_of(day_after(anchor, int64_t{kDaysOfWeek} * whole)), std::move(rule));
    case TimeUnit::kMonth:
      return point(month_after(anchor, whole), std::move(rule));
    case TimeUnit::kYear:
      return point(year_value(anchor.year + whole), std::move(rule));
    case TimeUnit::kDecade:
      return point(year_value(anchor.year + 10 * whole), std::move(rule));
    case TimeUnit::kCentury:
      return point(year_value(anchor.year + 100 * std::clamp(whole, -90, 90)), std::move(rule));
  }
  return unresolved(std::move(rule));
}

DateValue with_clock(DateValue day, const DateValue& clock) {
  if (clock.precision < Precision::kHour) return day;
  day.hour = clock.hour;
  day.minute = clock.minute;
  day.second = clock.second;
  day.precision = clock.precision;
  day.zone = clock.zone;
  day.offset_minutes = clock.offset_minutes;
  return day;
}

// The year that a month or day without one belongs to.
DateValue with_year(const knowledge::DateMatch& date, const DateValue& anchor,
                    Direction direction) {
  DateValue value = date.value;
  value.year = anchor.year;
  if (!date.has_day) {
    if (direction == Direction::kFuture) {
      if (value.month < anchor.month) ++value.year;
    } else if (value.month > anchor.month + kSoonMonths) {
      --value.year;
    }
    return value;
  }
  const int64_t ahead = day_number(value) - day_number(anchor);
  constexpr int kHalfYear = 183;
  if (direction == Direction::kFuture) {
    if (ahead < -kHalfYear / 3) ++value.year;
  } else if (ahead > kSoon) {
    --value.year;
  } else if (ahead < -366 + kSoon) {
    ++value.year;
  }
  return value;
}

DateValue weekday_value(int weekday, const DateValue& anchor, Direction direction) {
  const DateValue monday = monday_of(anchor);
  const int64_t ahead = day_number(day_after(monday, weekday)) - day_number(anchor);
  if (direction == Direction::kThisWeek) return day_after(monday, weekday);
  if (direction == Direction::kFuture) return day_after(anchor, ahead < 0 ? ahead + 7 : ahead);
  return day_after(anchor, ahead > 0 ? ahead - 7 : ahead);
}

DateValue day_of_month(int day, const DateValue& anchor, Direction direction) {
  constexpr int kAheadInMonth = 10;
  DateValue month = month_value(anchor.year, anchor.month);
  if (direction == Direction::kFuture && day < anchor.day) month = month_after(anchor, 1);
  if (direction != Direction::kFuture && day > anchor.day + kAheadInMonth) {
    month = month_after(anchor, -1);
  }
  month.day = std::min(day, model::days_in_month(month.year, month.month));
  month.precision = Precision::kDay;
  return month;
}

Resolved named(const PhraseFound& phrase, const TimeText& text, const DateValue& anchor) {
  const knowledge::DateMatch& date = text.dates[*phrase.date];
  const bool last = phrase.kind == TimePhrase::kNameLast;
  if (phrase.kind == TimePhrase::kNameWeek && date.weekday) {
    const DateValue monday = day_after(monday_of(anchor), int64_t{kDaysOfWeek} * phrase.value);
    return point(day_after(monday, *date.weekday), "weekday of a week");
  }
  if (phrase.kind == TimePhrase::kNameYear && date.has_month) {
    DateValue value = date.value;
    value.year = anchor.year + phrase.value;
    return point(value, "date of a year");
  }
  if (phrase.kind == TimePhrase::kNameMonth) {
    DateValue value = month_after(anchor, phrase.value);
    value.day = std::min(date.value.day, model::days_in_month(value.year, value.month));
    value.precision = Precision::kDay;
    return point(with_clock(value, date.value), "day of a month");
  }
  const std::string rule = last ? "last named" : "next named";
  if (!date.has_month && !date.weekday) {
    return point(with_clock(day_of_month(date.value.day, anchor,
                                         last ? Direction::kPast : Direction::kFuture),
                            date.value),
                 rule);
  }
  if (!date.has_month) {
    // Not the day itself: "last Friday" said on a Friday is a week ago.
    const DateValue near = day_after(anchor, last ? -1 : 1);
    return point(weekday_value(*date.weekday, near, last ? Direction::kPast : Direction::kFuture),
                 rule);
  }
  DateValue value = date.value;
  value.year = anchor.year;
  if (last && value.month >= anchor.month && !date.has_day) --value.year;
  if (!last && value.month <= anchor.month && !date.has_day) ++value.year;
  if (date.has_day) {
    const int64_t ahead = day_number(value) - day_number(anchor);
    if (last && ahead > 0) --value.year;
    if (!last && ahead < 0) ++value.year;
  }
  return point(value, rule);
}

}  // namespace

DateValue day_after(const DateValue& date, int64_t days) {
  DateValue value = model::civil_from_days(day_number(date) + days);
  value.precision = Precision::kDay;
  return value;
}

DateValue monday_of(const DateValue& date) { return day_after(date, -model::weekday(date)); }

Resolved resolve_phrase(const PhraseFound& phrase, const TimeText& text, const DateValue* anchor,
                        Direction) {
  if (phrase.kind == TimePhrase::kInYear) return point(year_value(phrase.year), "year");
  if (phrase.kind == TimePhrase::kDecade) {
    const DateValue first = year_value(phrase.year);
    return {first, year_value(phrase.year + 9), "decade", "decade"};
  }
  const std::string since = fmt::format("since {} {}s", phrase.count, unit_name(phrase.unit));
  if (anchor == nullptr || anchor->precision < Precision::kDay) {
    return unresolved(phrase.kind == TimePhrase::kSince ? since : "relative");
  }
  const DateValue today = day_after(*anchor, 0);
  switch (phrase.kind) {
    case TimePhrase::kDay:
      return point(day_after(today, phrase.value), "relative day");
    case TimePhrase::kWeek:
      return week(day_after(monday_of(today), int64_t{kDaysOfWeek} * phrase.value),
                  "relative week");
    case TimePhrase::kWeekend: {
      const DateValue saturday =
          day_after(monday_of(today), int64_t{kDaysOfWeek} * phrase.value + 5);
      return {saturday, day_after(saturday, 1), "day", "weekend"};
    }
    case TimePhrase::kMonth:
      return point(month_after(today, phrase.value), "relative month");
    case TimePhrase::kYear:
      return point(year_value(today.year + phrase.value), "relative year");
    case TimePhrase::kQuarter: {
      const int first = (today.month - 1) / 3 * 3 + 1;
      const DateValue from = month_after(month_value(today.year, first), 3 * phrase.value);
      return {from, month_after(from, 2), "quarter", "relative quarter"};
    }
    case TimePhrase::kAgo:
      return shifted(*anchor, -phrase.count, phrase.unit, "ago");
    case TimePhrase::kLater:
      return shifted(*anchor, phrase.count, phrase.unit, "later");
    case TimePhrase::kSince: {
      Resolved resolved = shifted(*anchor, -phrase.count, phrase.unit, since);
      resolved.to = resolved.from.precision == Precision::kYear    ? year_value(today.year)
                    : resolved.from.precision == Precision::kMonth ? month_after(today, 0)
                                                                   : today;
      return resolved;
    }
    default:
      return phrase.date ? named(phrase, text, today) : unresolved("relative");
  }
}

Resolved resolve_date(const knowledge::DateMatch& date, const DateValue* anchor,
                      Direction direction) {
  if (date.has_year) return point(date.value, date.rule);
  if (anchor == nullptr || anchor->precision < Precision::kDay) return unresolved(date.rule);
  const DateValue today = day_after(*anchor, 0);
  if (date.has_month) return point(with_year(date, today, direction), date.rule);
  if (date.has_day) {
    return point(with_clock(day_of_month(date.value.day, today, direction), date.value), date.rule);
  }
  if (date.weekday) {
    return point(with_clock(weekday_value(*date.weekday, today, direction), date.value), date.rule);
  }
  return point(with_clock(today, date.value), date.rule);
}

}  // namespace synoptic::annotate
