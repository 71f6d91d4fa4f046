// Dates in words: day, month and year in the orders that languages have.
#include "knowledge/calendar_forms.h"

namespace synoptic::knowledge {

bool DateReader::day_month_year(size_t& at, DateFields& fields) const {
  size_t next = at;
  int day = 0;
  skip(next, DateWord::kDayWord);
  // The second day of "14-16 March" stands behind a number too.
  const bool stretch = next >= 2 && mark(next - 1, U"-") && number(next - 2) &&
                       tokens_[next - 2].digits <= 2 && !joined_to_number(next - 2);
  if ((joined_to_number(next) && !stretch) || !day_number(next, day)) return false;
  // «23» марта
  if (at > 0 && mark(at - 1, U"«“„\"")) skip_mark(next, U"»”“\"");
  skip_mark(next, U".,-/");
  while (is(next, DateWord::kOf) && next < at + 6) ++next;
  skip_mark(next, U"'[");
  const WordReading* other = reading(next, DateWord::kPersianMonth);
  if (!month_name(next, fields)) return false;
  const size_t behind_month = next;
  skip_mark(next, U".,-/]'");
  skip_mark(next, U",");
  while (is(next, DateWord::kOf) && next < behind_month + 4) ++next;
  // "năm 2026", "tahun 2026": a year word in front.
  if (is(next, DateWord::kYearMark) && number(next + 1)) ++next;
  int year = 0;
  if (year_of_era(next, year) || year_number(next, year) || short_year_before_clock(next, year)) {
    fields.year = year;
    fields.short_year = tokens_[next - 1].digits == 2;
  } else {
    if (!options_.allow_partial) return false;
    // "5 Saratan" are as well five cancers: behind a word of days it is one.
    if (other != nullptr && other->abbreviated && fields.calendar == Calendar::kPersian &&
        !(at > 0 && (is(at - 1, DateWord::kWeekday) || is(at - 1, DateWord::kDayWord)))) {
      return false;
    }
    next = behind_month;
  }
  fields.day = day;
  fields.rule = fields.year ? "day month year" : "day month";
  at = next;
  return true;
}

bool DateReader::month_day_year(size_t& at, DateFields& fields) const {
  size_t next = at;
  skip_mark(next, U"[");
  const bool capital = next < tokens_.size() && tokens_[next].capital;
  if (!month_name(next, fields)) return false;
  skip_mark(next, U".,]-");
  int day = 0;
  skip(next, DateWord::kDayWord);
  if (!day_number(next, day)) return false;
  // "May 14" yes, "mar 14.5" and "mars 14 000" no.
  if (mark(next, U".:") && glued(next) && glued(next + 1) && number(next + 1) &&
      !(tokens_[next - 2].kind == DateToken::Kind::kMark && tokens_[next + 1].digits == 4)) {
    return false;
  }
  const size_t behind_day = next;
  skip_mark(next, U".,-");
  while (is(next, DateWord::kOf) && next < behind_day + 3) ++next;
  fields.day = day;
  int year = 0;
  if (year_number(next, year)) {
    fields.year = year;
    fields.rule = "month day year";
    at = next;
    return true;
  }
  // "Aug 05 12:00:00 2015"
  size_t later = behind_day;
  if (clock(later, fields)) {
    zone(later, fields);
    if (year_number(later, year)) {
      fields.year = year;
      fields.rule = "month day clock year";
      at = later;
      return true;
    }
  }
  fields.hour = fields.minute = fields.second = std::nullopt;
  fields.zone.clear();
  fields.offset_minutes = std::nullopt;
  // Only languages that write the month first may leave out the year behind it.
  if (!options_.allow_partial || !capital) return false;
  fields.rule = "month day";
  at = behind_day;
  return true;
}

bool DateReader::year_month_day(size_t& at, DateFields& fields) const {
  size_t next = at;
  int year = 0;
  if (is(next, DateWord::kYearMark) && number(next + 1)) ++next;
  if (joined_to_number(next) || (!year_of_era(next, year) && !year_number(next, year))) {
    return false;
  }
  skip_mark(next, U".,-/");
  skip(next, DateWord::kYearMark);
  size_t day_first = next;
  int day = 0;
  if (day_number(day_first, day)) {
    skip_mark(day_first, U".,-");
    if (month_name(day_first, fields)) {
      fields.year = year;
      fields.day = day;
      fields.rule = "year day month";
      at = day_first;
      return true;
    }
  }
  if (!month_name(next, fields)) return false;
  skip_mark(next, U".,-/");
  if (!day_number(next, day)) return false;
  if (mark(next, U":") && glued(next)) return false;
  if (glued(next)) skip_mark(next, U".");
  fields.year = year;
  fields.day = day;
  fields.rule = "year month day";
  at = next;
  return true;
}

bool DateReader::month_year(size_t& at, DateFields& fields) const {
  size_t next = at;
  if (!month_name(next, fields)) return false;
  skip_mark(next, U".,-/");
  while (is(next, DateWord::kOf) && next < at + 4) ++next;
  if (is(next, DateWord::kYearMark) && number(next + 1)) ++next;
  int year = 0;
  if (!number(next) || tokens_[next].digits != 4 || !year_number(next, year)) return false;
  fields.year = year;
  fields.rule = "month year";
  at = next;
  return true;
}

bool DateReader::month_alone(size_t& at, DateFields& fields) const {
  if (!options_.allow_partial) return false;
  const WordReading* month = reading(at, DateWord::kMonth);
  if (month == nullptr) month = reading(at, DateWord::kPersianMonth);
  if (month == nullptr) month = reading(at, DateWord::kHijriMonth);
  if (month == nullptr || month->abbreviated) return false;
  if (!options_.lang.empty() && month->lang != options_.lang) return false;
  if (CalendarWords::get().writes_capitals(month->lang, month->kind) && !tokens_[at].capital) {
    return false;
  }
  if (!month_name(at, fields, true)) return false;
  fields.rule = "month";
  return true;
}

// "no dia 23", "el día 2": nothing behind it may make it a count ("día 2 de la huelga").
bool DateReader::named_day(size_t& at, DateFields& fields) const {
  if (!options_.allow_partial) return false;
  size_t next = at + 1;
  int day = 0;
  if (!is(at, DateWord::kNamedDay) || reading(at, DateWord::kNamedDay)->lang != options_.lang) {
    return false;
  }
  if (!day_number(next, day) || is(next, DateWord::kOf)) return false;
  if (glued(next) && mark(next, U".,:/%") && number(next + 1)) return false;
  fields.day = day;
  fields.rule = "day";
  at = next;
  return true;
}

}  // namespace synoptic::knowledge
