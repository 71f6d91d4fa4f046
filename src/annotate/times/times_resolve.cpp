#include "annotate/times/times_resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr int kDaysOfWeek = 7;
constexpr int kMonths = 12;
constexpr int kFarthest = 9999;  // years
constexpr int kFiscalBegin = 4;  // April

Resolved week(const DateValue& monday, std::string rule) {
  return {monday, day_after(monday, kDaysOfWeek - 1), "week", std::move(rule)};
}

Resolved unresolved(std::string rule) { return {{}, {}, "unresolved", std::move(rule)}; }

std::string_view unit_name(TimeUnit unit) {
  constexpr std::string_view kNames[] = {"minute", "hour", "day",    "week",
                                         "month",  "year", "decade", "century"};
  return kNames[static_cast<size_t>(unit)];
}

// "A year and a half ago" may lie in last year as well as in the one before.
bool is_half(double count) { return std::abs(count - std::trunc(count)) == 0.5; }

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
    case TimeUnit::kMonth: {
      constexpr double kDaysOfMonth = 30.44;
      if (!is_half(count)) return point(month_after(anchor, whole), std::move(rule));
      const DateValue day = day_after(anchor, std::lround(count * kDaysOfMonth));
      return point(month_value(day.year, day.month), std::move(rule));
    }
    case TimeUnit::kYear: {
      if (!is_half(count)) return point(year_value(anchor.year + whole), std::move(rule));
      const auto months = static_cast<int>(std::lround(count * kMonths));
      return point(year_value(month_after(anchor, months).year), std::move(rule));
    }
    case TimeUnit::kDecade:
      return point(year_value(anchor.year + 10 * whole), std::move(rule));
    case TimeUnit::kCentury:
      return point(year_value(anchor.year + 100 * std::clamp(whole, -90, 90)), std::move(rule));
  }
  return unresolved(std::move(rule));
}

// The part of the year (months from `first` on) that the sentence speaks of.
Resolved part_around(int first, int count, const DateValue& anchor, Direction direction,
                     std::string rule) {
  const int now = anchor.year * kMonths + anchor.month;
  DateValue from = month_value(anchor.year, first);
  const auto begin = [&] { return from.year * kMonths + from.month; };
  if (direction == Direction::kFuture) {
    from = month_after(from, -kMonths);
    while (begin() + count - 1 < now) from = month_after(from, kMonths);
  } else {
    from = month_after(from, kMonths);
    while (begin() > now) from = month_after(from, -kMonths);
  }
  return {from, month_after(from, count - 1), "month", std::move(rule)};
}

constexpr int kQuarterMonths = 3;
int season_begin(int season) { return season * kQuarterMonths; }  // 1: spring, in March

Resolved season_of(const PhraseFound& phrase, const DateValue& anchor, Direction direction) {
  constexpr int kAnySeason = 9;  // no word says which year's
  const int first = season_begin(phrase.part);
  Resolved here = part_around(first, kQuarterMonths, anchor, direction, "season");
  if (phrase.value == kAnySeason) return here;
  // "this summer" is that of the year, last and next the ones before and behind.
  const int now = anchor.year * kMonths + anchor.month;
  DateValue from = month_value(anchor.year, first);
  if (first == kMonths && anchor.month < kQuarterMonths) from = month_after(from, -kMonths);
  const int begin = from.year * kMonths + from.month;
  if (phrase.value < 0 && begin + kQuarterMonths > now) from = month_after(from, -kMonths);
  if (phrase.value > 0 && begin <= now) from = month_after(from, kMonths);
  return {from, month_after(from, kQuarterMonths - 1), "month", "season"};
}

Resolved named(const PhraseFound& phrase, const TimeText& text, const DateValue& anchor) {
  const knowledge::DateMatch& date = text.dates[*phrase.date];
  const bool last = phrase.kind == TimePhrase::kNameLast;
  if (phrase.kind == TimePhrase::kNameWeek && date.weekday) {
    const DateValue monday = day_after(monday_of(anchor), int64_t{kDaysOfWeek} * phrase.value);
    return point(with_clock(day_after(monday, *date.weekday), date.value), "weekday of a week");
  }
  const bool this_month = phrase.kind == TimePhrase::kNameWeek && phrase.value == 0;
  if (this_month && date.has_month && date.calendar == knowledge::Calendar::kGregorian) {
    return resolve_in_year(date, anchor.year);  // "this February"
  }
  if (phrase.kind == TimePhrase::kNameYear && date.has_month) {
    return resolve_in_year(date, anchor.year + phrase.value);
  }
  if (phrase.kind == TimePhrase::kNameMonth) {
    DateValue value = month_after(anchor, phrase.value);
    value.day = std::min(date.value.day, model::days_in_month(value.year, value.month));
    value.precision = Precision::kDay;
    return point(with_clock(value, date.value), "day of a month");
  }
  const std::string rule = last ? "last named" : "next named";
  if (date.calendar != knowledge::Calendar::kGregorian) {
    return with_year(date, anchor, last ? Direction::kPast : Direction::kFuture);
  }
  if (!date.has_month && !date.weekday) {
    return point(with_clock(day_of_month(date.value.day, anchor,
                                         last ? Direction::kPast : Direction::kFuture),
                            date.value),
                 rule);
  }
  if (!date.has_month) {
    // Not the day itself: "last Friday" said on a Friday is a week ago.
    const DateValue near = day_after(anchor, last ? -1 : 1);
    const DateValue day =
        weekday_value(*date.weekday, near, last ? Direction::kPast : Direction::kFuture);
    return point(with_clock(day, date.value), rule);
  }
  DateValue value = date.value;
  value.year = anchor.year;
  if (last && value.month >= anchor.month && !date.has_day) --value.year;
  if (!last && value.month <= anchor.month && !date.has_day) ++value.year;
  if (date.has_day) {
    const int64_t ahead = model::days_from_civil(value) - model::days_from_civil(anchor);
    if (last && ahead > 0) --value.year;
    if (!last && ahead < 0) ++value.year;
  }
  return point(value, rule);
}

}  // namespace

DateValue month_after(const DateValue& date, int months) {
  const int count = date.year * kMonths + date.month - 1 + months;
  return month_value(count / kMonths, count % kMonths + 1);
}

Resolved point(DateValue value, std::string rule) {
  const std::string precision(model::precision_name(value.precision));
  return {value, value, precision, std::move(rule)};
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

DateValue cut_to(DateValue value, Precision precision) {
  value.precision = std::min(value.precision, precision);
  if (value.precision < Precision::kMonth) value.month = 1;
  if (value.precision < Precision::kDay) value.day = 1;
  if (value.precision < Precision::kHour) {
    value.hour = value.minute = value.second = 0;
    value.zone.clear();
    value.offset_minutes.reset();
  }
  if (value.precision < Precision::kMinute) value.minute = 0;
  if (value.precision < Precision::kSecond) value.second = 0;
  return value;
}

Resolved fiscal_year(int year) {
  return {month_value(year, kFiscalBegin), month_value(year + 1, kFiscalBegin - 1), "month",
          "fiscal year"};
}

DateValue day_after(const DateValue& date, int64_t days) {
  DateValue value = model::civil_from_days(model::days_from_civil(date) + days);
  value.precision = Precision::kDay;
  return value;
}

DateValue monday_of(const DateValue& date) { return day_after(date, -model::weekday(date)); }

std::optional<Resolved> resolve_part(const PhraseFound& phrase, int year) {
  if (phrase.kind == TimePhrase::kQuarterOf || phrase.kind == TimePhrase::kSeason) {
    const int part = phrase.part > 0 ? phrase.part : phrase.value;
    const int first =
        phrase.kind == TimePhrase::kSeason ? season_begin(part) : (part - 1) * kQuarterMonths + 1;
    const DateValue from = month_value(year, first);
    return Resolved{from, month_after(from, kQuarterMonths - 1), "month",
                    phrase.kind == TimePhrase::kSeason ? "season" : "quarter"};
  }
  if (phrase.kind == TimePhrase::kHalfOf) {
    const DateValue from = month_value(year, phrase.value % 10 == 1 ? 1 : 7);
    return Resolved{from, month_after(from, 5), "month", "half"};
  }
  return std::nullopt;
}

namespace {

std::optional<Resolved> absolute_phrase(const PhraseFound& phrase) {
  constexpr int kYears = 10;
  if (phrase.kind == TimePhrase::kSeason && phrase.year > 0)
    return resolve_part(phrase, phrase.year);
  switch (phrase.kind) {
    case TimePhrase::kInYear:
      return point(year_value(phrase.year), "year");
    case TimePhrase::kDecade:
      return Resolved{year_value(phrase.year), year_value(phrase.year + kYears - 1), "year",
                      "decade"};
    case TimePhrase::kDecadeNamed:
      return Resolved{year_value(phrase.value), year_value(phrase.value + kYears - 1), "year",
                      "decade"};
    case TimePhrase::kDecadeShort: {
      const int first = phrase.value + static_cast<int>(phrase.count);
      return Resolved{year_value(first), year_value(first + kYears - 1), "year", "decade"};
    }
    case TimePhrase::kHijriYear:
      return converted(knowledge::Calendar::kHijri, phrase.year, 0, 0, "year");
    case TimePhrase::kPersianYear:
      return converted(knowledge::Calendar::kPersian, phrase.year, 0, 0, "year");
    case TimePhrase::kPersianDecade: {
      const int first = phrase.value + static_cast<int>(phrase.count);
      Resolved resolved = converted(knowledge::Calendar::kPersian, first, 0, 0, "decade");
      resolved.to = converted(knowledge::Calendar::kPersian, first + kYears - 1, 0, 0, "").to;
      return resolved;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

namespace {

// "within two weeks": from the article's day to the last one, in months or years for longer units.
Resolved within(const PhraseFound& phrase, const DateValue& anchor) {
  const bool weeks = phrase.unit == TimeUnit::kWeek;
  const DateValue last = weeks ? day_after(anchor, std::lround(phrase.count * kDaysOfWeek))
                               : shifted(anchor, phrase.count, phrase.unit, "").to;
  const DateValue to = cut_to(last, Precision::kDay);
  return {cut_to(anchor, to.precision), to, std::string(model::precision_name(to.precision)),
          "within"};
}

}  // namespace

Resolved resolve_phrase(const PhraseFound& phrase, const TimeText& text, const DateValue* anchor,
                        Direction direction) {
  if (auto absolute = absolute_phrase(phrase)) return *absolute;
  const std::string since = fmt::format("since {} {}s", phrase.count, unit_name(phrase.unit));
  if (anchor == nullptr || anchor->precision < Precision::kDay) {
    return unresolved(phrase.kind == TimePhrase::kSince ? since : "relative");
  }
  const DateValue today = day_after(*anchor, 0);
  switch (phrase.kind) {
    case TimePhrase::kDay:
    case TimePhrase::kSameDay:
      return point(day_after(today, phrase.value), "relative day");
    case TimePhrase::kWeek:
      return week(day_after(monday_of(today), int64_t{kDaysOfWeek} * phrase.value),
                  "relative week");
    case TimePhrase::kFiscalYear: {
      const int year = today.year - (today.month < kFiscalBegin ? 1 : 0) + phrase.value;
      return fiscal_year(year);
    }
    case TimePhrase::kWeekend: {
      if (phrase.value == 0 && direction == Direction::kPast && model::weekday(today) < 5) {
        const DateValue gone = day_after(monday_of(today), -2);
        return {gone, day_after(gone, 1), "day", "weekend"};
      }
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
      return {from, month_after(from, 2), "month", "relative quarter"};
    }
    case TimePhrase::kQuarterOf: {
      const int part = phrase.part > 0 ? phrase.part : phrase.value;
      return part_around((part - 1) * kQuarterMonths + 1, kQuarterMonths, today, direction,
                         "quarter");
    }
    case TimePhrase::kHalfOf:
      return part_around(phrase.value % 10 == 1 ? 1 : 7, 6, today, direction, "half");
    case TimePhrase::kSeason:
      return season_of(phrase, today,
                       direction == Direction::kPast ? direction : Direction::kFuture);
    case TimePhrase::kNameMonth:
      if (!phrase.date) {  // "the 30th of last month"
        DateValue value = month_after(today, phrase.value);
        value.day = std::clamp(static_cast<int>(phrase.count), 1,
                               model::days_in_month(value.year, value.month));
        value.precision = Precision::kDay;
        return point(value, "day of a month");
      }
      return named(phrase, text, today);
    case TimePhrase::kYearShort: {  // of the century that brings it nearest
      constexpr int kCentury = 100, kAhead = 35;
      int year = today.year - today.year % kCentury + phrase.year;
      if (year > today.year + kAhead) year -= kCentury;
      return point(year_value(year), "year");
    }
    case TimePhrase::kYearEnd:
      return point(month_value(today.year + phrase.value, kMonths), "end of a year");
    case TimePhrase::kAgo:
      return shifted(*anchor, -phrase.count, phrase.unit, "ago");
    case TimePhrase::kLater:
      return shifted(*anchor, phrase.count, phrase.unit, "later");
    case TimePhrase::kWithin:
      return within(phrase, *anchor);
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

namespace {

// 08/12/2025 in an article of that December: the day stands first, whatever the language does.
DateValue near_reading(const knowledge::DateMatch& date, const DateValue& anchor) {
  constexpr int64_t kNearDays = 10, kFarDays = 40;
  const bool numeric = date.rule == "numeric dmy" || date.rule == "numeric mdy";
  if (!numeric || date.value.day > kMonths || anchor.precision < Precision::kDay) return date.value;
  DateValue other = date.value;
  std::swap(other.day, other.month);
  const int64_t today = model::days_from_civil(anchor);
  const bool far = std::abs(model::days_from_civil(date.value) - today) > kFarDays;
  return far && std::abs(model::days_from_civil(other) - today) <= kNearDays ? other : date.value;
}

}  // namespace

Resolved resolve_date(const knowledge::DateMatch& date, const DateValue* anchor,
                      Direction direction) {
  if (date.has_year && date.calendar != knowledge::Calendar::kGregorian) {
    return in_year(date, date.own.year);
  }
  if (date.has_year && anchor != nullptr) return point(near_reading(date, *anchor), date.rule);
  if (date.has_year) return point(date.value, date.rule);
  if (anchor == nullptr || anchor->precision < Precision::kDay) return unresolved(date.rule);
  const DateValue today = day_after(*anchor, 0);
  if (date.has_month) return with_year(date, today, direction);
  if (date.has_day) {
    DateValue day = day_of_month(date.value.day, today, direction);
    for (const Direction way : {Direction::kPast, Direction::kFuture}) {
      const DateValue other = day_of_month(date.value.day, today, way);
      if (date.weekday && model::weekday(day) != *date.weekday &&
          model::weekday(other) == *date.weekday) {
        day = other;
      }
    }
    return point(with_clock(day, date.value), date.rule);
  }
  if (date.weekday) {
    return point(with_clock(weekday_value(*date.weekday, today, direction), date.value), date.rule);
  }
  return point(with_clock(today, date.value), date.rule);
}

}  // namespace synoptic::annotate
