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
  // Eight leap years in 33, as the spring itself has had them since 1178 and will have until 1633.
  constexpr int64_t kJulianOfEra = 1948319;
  const int64_t leaps = (int64_t{8} * year + 21) / 33;
  const int64_t months = month <= 7 ? (month - 1) * 31 : (month - 1) * 30 + 6;
  return civil(kJulianOfEra + int64_t{365} * (year - 1) + leaps + months + day);
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
