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

// Two digits of a year of the language's own calendar, where these lie in our days.
void DateReader::settle_short_year(DateFields& fields) const {
  constexpr int kLastOfPersian = 20, kFirstOfPersian = 70, kFirstOfBuddhist = 43;
  if (!fields.short_year) return;
  const int calendar = CalendarWords::get().own_calendar(options_.lang);
  const int digits = *fields.year % 100;
  if (fields.calendar == Calendar::kPersian || calendar == kPersian) {
    if (digits >= kFirstOfPersian) *fields.year = 1300 + digits;
    if (digits < kLastOfPersian) *fields.year = 1400 + digits;
  } else if (calendar == kBuddhist && digits >= kFirstOfBuddhist) {
    *fields.year = 2500 + digits;
  }
}

bool DateReader::settle_calendar(DateFields& fields) const {
  const int calendar = CalendarWords::get().own_calendar(options_.lang);
  if (!fields.year) {
    if (fields.calendar == Calendar::kGregorian) return true;
    if (!options_.allow_partial) return false;
    fields.own = {0, *fields.month, fields.day.value_or(0)};
    return true;
  }
  settle_short_year(fields);
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
  struct FormAt {
    Form form;
    bool number, word;  // may begin with one
  };
  constexpr std::array<FormAt, 11> kForms = {{{&DateReader::numeric, true, false},
                                              {&DateReader::marked, true, true},
                                              {&DateReader::day_month_year, true, true},
                                              {&DateReader::month_day_year, false, true},
                                              {&DateReader::year_month_day, true, true},
                                              {&DateReader::compact, true, false},
                                              {&DateReader::month_year, false, true},
                                              {&DateReader::numeric_partial, true, false},
                                              {&DateReader::day_alone, true, false},
                                              {&DateReader::named_day, false, true},
                                              {&DateReader::month_alone, false, true}}};
  if (at >= tokens_.size()) return false;
  const bool at_number = number(at), at_word = tokens_[at].kind == DateToken::Kind::kWord;
  if (at_word && tokens_[at].readings.empty()) return false;
  size_t best = at;
  DateFields best_fields;
  for (const auto& [form, by_number, by_word] : kForms) {
    if ((at_number && !by_number) || (at_word && !by_word)) continue;
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

// A number with nothing behind it that could be of a date is none, unless it is one by itself or a
// word before it announces a clock.
bool DateReader::number_may_begin(size_t at) const {
  const uint32_t digits = tokens_[at].digits;
  if (digits == 8 || digits == 14 || (at > 0 && is(at - 1, DateWord::kClockSure))) return true;
  size_t next = at + 1;
  if (mark(next, U".,-/:'[·»”“\"")) ++next;
  if (next >= tokens_.size()) return false;
  switch (tokens_[next].kind) {
    case DateToken::Kind::kNumber:
      return true;
    case DateToken::Kind::kWord:
      return !tokens_[next].readings.empty();
    case DateToken::Kind::kMark:
      return next > at + 1;
  }
  return true;
}

bool DateReader::may_begin(size_t at) const {
  if (number(at)) return number_may_begin(at);
  const uint64_t kinds = tokens_[at].kinds;
  constexpr uint64_t kMonths = bit_of(DateWord::kMonth) | bit_of(DateWord::kPersianMonth) |
                               bit_of(DateWord::kHijriMonth) | bit_of(DateWord::kWeekday);
  constexpr uint64_t kAlone = bit_of(DateWord::kNoon) | bit_of(DateWord::kMidnight) |
                              bit_of(DateWord::kEra) | bit_of(DateWord::kFirstDay);
  if ((kinds & kAlone) != 0) return true;
  if ((kinds & kMonths) != 0) {
    for (const DateWord kind :
         {DateWord::kMonth, DateWord::kWeekday, DateWord::kPersianMonth, DateWord::kHijriMonth}) {
      if (is(at, kind)) return true;
    }
  }
  if ((kinds & bit_of(DateWord::kHourName)) != 0) {
    if (at > 0 && is(at - 1, DateWord::kClockSure)) return true;
    if (is(at + 1, DateWord::kClockNoun) || is(at + 1, DateWord::kClockEnd)) return true;
  }
  const bool hour_next = is(at + 1, DateWord::kHourName);
  if ((kinds & bit_of(DateWord::kPartOfHour)) != 0 && (number(at + 1) || hour_next)) return true;
  constexpr uint64_t kBeforeNumbers =
      bit_of(DateWord::kAm) | bit_of(DateWord::kPm) | bit_of(DateWord::kYearMark);
  const auto is_hour = [&](size_t next) {
    return number(next) || is(next, DateWord::kHourName) || is(next, DateWord::kPartOfHour);
  };
  if ((kinds & kBeforeNumbers) != 0 &&
      (is_hour(at + 1) || (is(at + 1, DateWord::kClockAbout) && is_hour(at + 2)))) {
    return true;
  }
  return (kinds & bit_of(DateWord::kDayWord)) != 0 &&
         (number(at + 1) || is(at + 1, DateWord::kFirstDay));
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
    if (mark(next, U"/|") && !glued(next)) ++next;  // "Sunday / 18 March 2025"
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
