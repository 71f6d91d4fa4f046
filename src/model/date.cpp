#include "model/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "text/characters.h"

namespace synoptic::model {
namespace {

// The zone behind an ISO time: "", "Z", "+08", "+08:00", "+0800".
bool parse_zone(std::string_view text, DateValue& date) {
  if (text.empty()) return true;
  if (text == "Z" || text == "z") {
    date.zone = "Z";
    date.offset_minutes = 0;
    return true;
  }
  if (text[0] != '+' && text[0] != '-') return false;
  std::string digits;
  for (const char c : text.substr(1)) {
    if (text::is_ascii_digit(c)) {
      digits.push_back(c);
    } else if (c != ':') {
      return false;
    }
  }
  if (digits.size() != 2 && digits.size() != 4) return false;
  const int hours = std::atoi(digits.substr(0, 2).c_str());
  const int minutes = digits.size() == 4 ? std::atoi(digits.substr(2).c_str()) : 0;
  if (hours > 14 || minutes > 59) return false;
  date.offset_minutes = (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
  date.zone = fmt::format("{}{:02}:{:02}", text[0], hours, minutes);
  return true;
}

}  // namespace

std::string_view precision_name(Precision precision) {
  constexpr std::string_view kNames[] = {"year", "month",  "week",  "day",
                                         "hour", "minute", "second"};
  return kNames[static_cast<size_t>(precision)];
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
int64_t days_from_civil(int year, int month, int day) {
  const int64_t y = static_cast<int64_t>(year) - (month <= 2);
  const int64_t era = (y >= 0 ? y : y - 399) / 400;
  const int64_t of_era = y - era * 400;
  const int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

DateValue civil_from_days(int64_t days) {
  days += 719468;
  const int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int64_t doe = days - era * 146097;
  const int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int64_t mp = (5 * doy + 2) / 153;
  DateValue date;
  date.day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  date.month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  date.year = static_cast<int>(yoe + era * 400 + (date.month <= 2));
  return date;
}

int weekday(const DateValue& date) {
  const int64_t days = days_from_civil(date.year, date.month, date.day) + 3;  // 1970-01-01: Thu
  return static_cast<int>(((days % 7) + 7) % 7);
}

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[(month - 1) % 12];
}

bool is_valid(const DateValue& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
         date.day >= 1 && date.day <= days_in_month(date.year, date.month) && date.hour >= 0 &&
         date.hour <= 23 && date.minute >= 0 && date.minute <= 59 && date.second >= 0 &&
         date.second <= 60;
}

std::string iso(const DateValue& date) {
  switch (date.precision) {
    case Precision::kYear:
      return fmt::format("{:04}", date.year);
    case Precision::kMonth:
      return fmt::format("{:04}-{:02}", date.year, date.month);
    case Precision::kWeek: {
      // ISO week: the year is the one of the week's Thursday.
      const int64_t monday = days_from_civil(date.year, date.month, date.day) - weekday(date);
      const DateValue thursday = civil_from_days(monday + 3);
      const int64_t first = days_from_civil(thursday.year, 1, 1);
      return fmt::format("{:04}-W{:02}", thursday.year, (monday + 3 - first) / 7 + 1);
    }
    case Precision::kDay:
      return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    case Precision::kHour:
      return fmt::format("{:04}-{:02}-{:02}T{:02}", date.year, date.month, date.day, date.hour);
    case Precision::kMinute:
      return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", date.year, date.month, date.day,
                         date.hour, date.minute);
    case Precision::kSecond:
      break;
  }
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.year, date.month, date.day,
                     date.hour, date.minute, date.second);
}

std::optional<DateValue> parse_iso(std::string_view text) {
  text = trim(text);
  DateValue date;
  const auto number = [&](size_t digits, int& out) {
    if (text.size() < digits || !is_ascii_digits(text.substr(0, digits))) return false;
    out = std::atoi(std::string(text.substr(0, digits)).c_str());
    text.remove_prefix(digits);
    return true;
  };
  const auto skip = [&](char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
  };
  const auto done = [&]() -> std::optional<DateValue> {
    return is_valid(date) ? std::optional(date) : std::nullopt;
  };
  if (!number(4, date.year)) return std::nullopt;
  date.precision = Precision::kYear;
  if (text.empty()) return done();
  if (!skip('-')) return std::nullopt;
  if (skip('W')) {
    int week = 0;
    if (!number(2, week) || !text.empty() || week < 1 || week > 53) return std::nullopt;
    const DateValue fourth{date.year, 1, 4};
    const int64_t monday = days_from_civil(date.year, 1, 4) - weekday(fourth) + 7 * (week - 1);
    date = civil_from_days(monday);
    date.precision = Precision::kWeek;
    return date;
  }
  if (!number(2, date.month)) return std::nullopt;
  date.precision = Precision::kMonth;
  if (text.empty()) return done();
  if (!skip('-') || !number(2, date.day)) return std::nullopt;
  date.precision = Precision::kDay;
  if (text.empty()) return done();
  if (!skip('T') && !skip(' ')) return std::nullopt;
  if (!number(2, date.hour)) return std::nullopt;
  date.precision = Precision::kHour;
  if (skip(':')) {
    if (!number(2, date.minute)) return std::nullopt;
    date.precision = Precision::kMinute;
    if (skip(':')) {
      if (!number(2, date.second)) return std::nullopt;
      date.precision = Precision::kSecond;
      if (skip('.') || skip(',')) {
        while (!text.empty() && text::is_ascii_digit(text[0])) text.remove_prefix(1);
      }
    }
  }
  if (!parse_zone(trim(text), date)) return std::nullopt;
  return done();
}

int64_t minutes_since_epoch(const DateValue& date) {
  return days_from_civil(date.year, date.month, date.day) * 1440 + date.hour * 60 + date.minute -
         date.offset_minutes.value_or(0);
}

DateValue last_day(const DateValue& date) {
  DateValue last = date;
  if (date.precision == Precision::kYear) {
    last.month = 12;
    last.day = 31;
  } else if (date.precision == Precision::kMonth) {
    last.day = days_in_month(date.year, date.month);
  } else if (date.precision == Precision::kWeek) {
    last = civil_from_days(days_from_civil(date.year, date.month, date.day) + 6);
  }
  last.hour = last.minute = last.second = 0;
  last.precision = Precision::kDay;
  return last;
}

}  // namespace synoptic::model
