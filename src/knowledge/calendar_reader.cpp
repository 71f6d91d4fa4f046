// A whole date: one of the forms, with the weekday, clock and zone around it.
#include <array>

#include "knowledge/calendar_forms.h"
#include "model/date.h"

namespace synoptic::knowledge {
namespace {

constexpr int kFirstYear = 1000;  // smaller numbers are not taken for years
constexpr int kLastYear = 2200;
constexpr int kFirstPersianYear = 1206, kLastPersianYear = 1498;
constexpr int kFirstBuddhistYear = 2400, kLastBuddhistYear = 2700;
constexpr int kBuddhist = 543, kPersian = 622;

bool is_year(int64_t value) { return value >= kFirstYear && value <= kLastYear; }

}  // namespace

bool DateReader::settle_calendar(DateFields& fields) const {
  const int calendar = CalendarWords::get().own_calendar(options_.lang);
  if (!fields.year) {
    if (fields.calendar == Calendar::kGregorian) return true;
    if (!options_.allow_partial) return false;
    fields.own = {0, *fields.month, fields.day.value_or(0)};
    return true;
  }
  const bool persian_year = *fields.year >= kFirstPersianYear && *fields.year <= kLastPersianYear;
  if (*fields.year >= kFirstBuddhistYear && *fields.year <= kLastBuddhistYear) {
    if (calendar != kBuddhist) return false;
    *fields.year -= kBuddhist;
  }
  if (!persian_year && fields.calendar == Calendar::kPersian) return false;
  const bool persian = persian_year && calendar == kPersian;
  if (fields.calendar == Calendar::kGregorian && persian) fields.calendar = Calendar::kPersian;
  if (fields.calendar == Calendar::kGregorian) return is_year(*fields.year);
  if (!fields.month || *fields.month < 1 || *fields.month > 12) return false;
  const int most = fields.calendar == Calendar::kPersian && *fields.month <= 6 ? 31 : 30;
  if (fields.day && (*fields.day < 1 || *fields.day > most)) return false;
  fields.own = {*fields.year, *fields.month, fields.day.value_or(0)};
  // A month of theirs lies in two of ours: the value is the one in which it begins.
  const CivilDay day =
      to_gregorian(fields.calendar, {*fields.year, *fields.month, fields.day.value_or(1)});
  fields.year = day.year;
  fields.month = day.month;
  if (fields.day) fields.day = day.day;
  return is_year(*fields.year);
}

bool DateReader::settle(DateFields& fields) const {
  if (!settle_calendar(fields)) return false;
  if (fields.month && (*fields.month < 1 || *fields.month > 12)) return false;
  if (fields.hour &&
      (*fields.hour > 23 || fields.minute.value_or(0) > 59 || fields.second.value_or(0) > 59)) {
    return false;
  }
  if (!fields.day) return true;
  const bool ours = fields.calendar == Calendar::kGregorian || fields.year;
  const int most =
      fields.month && ours ? model::days_in_month(fields.year.value_or(2000), *fields.month) : 31;
  return *fields.day >= 1 && *fields.day <= most;
}

bool DateReader::calendar_day(size_t& at, DateFields& fields) const {
  constexpr std::array<Form, 10> kForms = {
      &DateReader::numeric,        &DateReader::marked,          &DateReader::day_month_year,
      &DateReader::month_day_year, &DateReader::year_month_day,  &DateReader::compact,
      &DateReader::month_year,     &DateReader::numeric_partial, &DateReader::day_alone,
      &DateReader::month_alone};
  size_t best = at;
  DateFields best_fields;
  for (const Form form : kForms) {
    size_t next = at;
    DateFields tried;
    if (!(this->*form)(next, tried) || next <= best || !settle(tried)) continue;
    best = next;
    best_fields = std::move(tried);
  }
  if (best == at) return false;
  const std::optional<int> weekday = fields.weekday;
  const DateFields before = fields;
  fields = std::move(best_fields);
  if (!fields.weekday) fields.weekday = weekday;
  if (!fields.hour && before.hour) {
    fields.hour = before.hour;
    fields.minute = before.minute;
    fields.second = before.second;
    fields.zone = before.zone;
    fields.offset_minutes = before.offset_minutes;
  }
  at = best;
  return true;
}

bool DateReader::weekday_name(size_t& at, DateFields& fields, bool alone) const {
  const WordReading* weekday = reading(at, DateWord::kWeekday);
  if (weekday == nullptr) return false;
  if (alone) {
    if (weekday->abbreviated) return false;
    if (!options_.lang.empty() && weekday->lang != options_.lang) return false;
    if (CalendarWords::get().writes_capitals(weekday->lang, weekday->kind) &&
        !tokens_[at].capital) {
      return false;
    }
  }
  // "so 12 March": a short name needs a capital or a sign behind it.
  const bool sign = mark(at + 1, U".,)/") && glued(at + 1);
  if (weekday->abbreviated && !tokens_[at].capital && !sign && !options_.whole) return false;
  fields.weekday = weekday->value;
  ++at;
  if (weekday->abbreviated && glued(at)) skip_mark(at, U".");
  return true;
}

// A weekday behind a date: ", Wednesday", "星期五", "(水)".
bool DateReader::weekday_around(size_t& at, DateFields& fields) const {
  size_t next = at;
  const bool bracket = skip_mark(next, U"([");
  if (!bracket) skip_mark(next, U",");
  if (bracket) {
    const WordReading* weekday = reading(next, DateWord::kWeekday);
    if (weekday == nullptr || !mark(next + 1, U")]")) return false;
    fields.weekday = weekday->value;
    at = next + 2;
    return true;
  }
  if (!weekday_name(next, fields, false)) return false;
  at = next;
  return true;
}

bool DateReader::read(size_t& at, DateFields& fields) const {
  size_t next = at;
  // "Wed, …", "17:25, …", "Wed 17:25, …"
  bool weekday_first = weekday_name(next, fields, false);
  const size_t behind_weekday = next;
  if (weekday_first) {
    skip_mark(next, U",");
    skip_mark(next, U"(");
    skip(next, DateWord::kDayWord);
  }
  bool day = calendar_day(next, fields);
  if (!day && weekday_first) {  // "Mar 4, 2026": a Tuesday in Spanish, March in English
    size_t month_first = at;
    DateFields alone;
    if (calendar_day(month_first, alone) && alone.year) {
      next = month_first;
      fields = std::move(alone);
      day = true;
      weekday_first = false;
    }
  }
  if (!day) {
    next = at;
    fields = {};
    if (clock(next, fields)) {
      zone_behind(next, fields);
      const size_t behind_clock = next;
      skip_mark(next, U",-|");
      while (is(next, DateWord::kDayWord) || is(next, DateWord::kOf)) ++next;
      if (weekday_name(next, fields, false)) skip_mark(next, U",");
      day = calendar_day(next, fields) && (fields.month.has_value() || options_.allow_partial);
      if (!day) {
        if (!options_.allow_partial) return false;
        fields.weekday = std::nullopt;
        fields.rule = "clock";
        at = behind_clock;
        return true;
      }
      weekday_around(next, fields);
      at = next;
      return true;
    }
    if (!weekday_first || !options_.allow_partial) return false;
    next = at;
    fields = {};
    if (!weekday_name(next, fields, true)) return false;
    fields.rule = "weekday";
    size_t later = behind_weekday;
    if (clock_behind(later, fields)) next = later;
    at = next;
    return true;
  }
  if (weekday_first && mark(next, U")")) ++next;
  if (!fields.weekday && fields.day) weekday_around(next, fields);
  if (!fields.has_clock() && fields.day) clock_behind(next, fields);
  if (!fields.weekday && fields.day) weekday_around(next, fields);
  if (fields.zone.empty() && !fields.offset_minutes && fields.day) zone_behind(next, fields);
  at = next;
  return true;
}

}  // namespace synoptic::knowledge
