// Days of other calendars, converted to ours.
#include "knowledge/calendar_forms.h"
#include "model/date.h"

namespace synoptic::knowledge {
namespace {

constexpr int64_t kJulianOfEpoch = 2440588;  // of 1970-01-01

CivilDay civil(int64_t julian) {
  const model::DateValue date = model::civil_from_days(julian - kJulianOfEpoch);
  return {date.year, date.month, date.day};
}

}  // namespace

CivilDay from_persian(int year, int month, int day) {
  // 1 Farvardin 475 is the beginning of a 2820-year cycle (Birashk).
  const int64_t cycle_year = year - 474;
  const int64_t in_cycle = cycle_year % 2820 + 474;
  const int64_t months = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  return civil(day + months + (in_cycle * 682 - 110) / 2816 + (in_cycle - 1) * 365 +
               cycle_year / 2820 * 1029983 + 1948320);
}

CivilDay from_hijri(int year, int month, int day) {
  constexpr int64_t kJulianOfHijra = 1948440;  // 16 July 622, the civil beginning
  return civil((int64_t{11} * year + 3) / 30 + int64_t{354} * year + int64_t{30} * month -
               (month - 1) / 2 + day + kJulianOfHijra - 385);
}

CivilDay to_gregorian(Calendar calendar, CivilDay day) {
  switch (calendar) {
    case Calendar::kPersian:
      return from_persian(day.year, day.month, day.day);
    case Calendar::kHijri:
      return from_hijri(day.year, day.month, day.day);
    case Calendar::kGregorian:
      break;
  }
  return day;
}

}  // namespace synoptic::knowledge
