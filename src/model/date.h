// Dates with their precision and zone, as news pages state them. Nothing is ever made more precise
// than the page says: "January 2025" has no day, and a page without a zone has none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic::model {

enum class Precision : uint8_t { kYear, kMonth, kWeek, kDay, kHour, kMinute, kSecond };

std::string_view precision_name(Precision precision);  // "year" … "second"

// A civil date in the proleptic Gregorian calendar; fields beyond `precision` are 1 or 0.
struct DateValue {
  int year = 0;
  int month = 1;  // 1-12
  int day = 1;    // 1-31; with kWeek the Monday of the week
  int hour = 0;
  int minute = 0;
  int second = 0;
  Precision precision = Precision::kDay;
  std::string zone;                   // as stated ("GMT", "+08:00"); empty: none stated
  std::optional<int> offset_minutes;  // of the stated zone, where it is known

  bool operator==(const DateValue&) const = default;
};

// Days since 1970-01-01 of the date's first day; the inverse of civil_from_days.
int64_t days_from_civil(int year, int month, int day);
inline int64_t days_from_civil(const DateValue& date) {
  return days_from_civil(date.year, date.month, date.day);
}
inline bool is_same_day(const DateValue& a, const DateValue& b) {
  return a.year == b.year && a.month == b.month && a.day == b.day;
}
DateValue civil_from_days(int64_t days);
int weekday(const DateValue& date);    // 0 = Monday … 6 = Sunday
bool is_valid(const DateValue& date);  // month, day, hour … exist
int days_in_month(int year, int month);

// ISO 8601 cut to the precision: "2019", "2024-11", "2025-W03", "2025-01-15", "2025-01-08T06:18".
// The zone is not part of it.
std::string iso(const DateValue& date);
std::optional<DateValue> parse_iso(std::string_view text);  // the forms that iso() writes, with an
                                                            // optional Z or ±hh:mm zone
// Minutes since 1970-01-01T00:00 of the value's beginning, in UTC where an offset is known,
// otherwise as if it were UTC. For ordering and distances only.
int64_t minutes_since_epoch(const DateValue& date);
// The last day that the value covers (31 December for a year).
DateValue last_day(const DateValue& date);

}  // namespace synoptic::model
