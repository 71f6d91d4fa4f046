#include "knowledge/calendar_forms.h"

#include <array>

#include "model/date.h"

namespace synoptic::knowledge {
namespace {

constexpr int kFirstYear = 1000;  // smaller numbers are not taken for years
constexpr int kCenturyTurn = 70;  // "70" is 1970, "69" is 2069

constexpr std::pair<DateWord, Calendar> kOtherMonths[] = {
    {DateWord::kPersianMonth, Calendar::kPersian}, {DateWord::kHijriMonth, Calendar::kHijri}};

int full_year(int two_digits) { return two_digits + (two_digits < kCenturyTurn ? 2000 : 1900); }

}  // namespace

const WordReading* DateReader::best_reading(size_t at, DateWord kind) const {
  const WordReading* best = nullptr;
  int best_rank = 0;
  const CalendarWords& words = CalendarWords::get();
  for (const WordReading& reading : tokens_[at].readings) {
    if (reading.kind != kind) continue;
    // "21 des 63" is French, not 21 December in Indonesian: foreign short names do not count.
    const bool foreign = !options_.lang.empty() && reading.lang != options_.lang &&
                         reading.lang != "*" && !words.is_everywhere(reading.lang);
    if (foreign && reading.abbreviated) continue;
    // The text's own language first, then the one read everywhere, then whichever stands first.
    const int rank = reading.lang == options_.lang       ? 4
                     : reading.lang == "*"               ? 3
                     : words.is_everywhere(reading.lang) ? 2
                                                         : 1;
    if (rank > best_rank) {
      best = &reading;
      best_rank = rank;
    }
  }
  return best;
}

bool DateReader::mark(size_t at, std::u32string_view marks) const {
  return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kMark &&
         marks.find(tokens_[at].mark) != std::u32string_view::npos;
}

bool DateReader::number(size_t at) const {
  return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kNumber;
}

bool DateReader::skip(size_t& at, DateWord kind) const {
  if (!is(at, kind)) return false;
  ++at;
  return true;
}

bool DateReader::skip_mark(size_t& at, std::u32string_view marks) const {
  if (!mark(at, marks)) return false;
  ++at;
  return true;
}

bool DateReader::joined_to_number(size_t at) const {
  if (at == 0 || !glued(at)) return false;
  if (number(at - 1)) return true;
  return at >= 2 && mark(at - 1, U"./,:-") && glued(at - 1) && number(at - 2);
}

bool DateReader::day_number(size_t& at, int& day) const {
  if (is(at, DateWord::kFirstDay)) {  // "primero de mayo", "اول مهر"
    const WordReading* first = reading(at, DateWord::kFirstDay);
    if (!options_.allow_partial || first->lang != options_.lang) return false;
    day = first->value;
    ++at;
    return true;
  }
  if (!number(at) || tokens_[at].digits > 2 || tokens_[at].value < 1 || tokens_[at].value > 31) {
    return false;
  }
  day = static_cast<int>(tokens_[at].value);
  ++at;
  if (glued(at) && mark(at, U"'-") && glued(at + 1) && is(at + 1, DateWord::kOrdinal)) {
    at += 2;
  } else if (glued(at)) {
    skip(at, DateWord::kOrdinal);
  }
  return true;
}

bool DateReader::year_number(size_t& at, int& year) const {
  size_t next = at;
  skip_mark(next, U"'");
  if (!number(next)) return false;
  const DateToken& token = tokens_[next];
  const bool short_year = token.digits == 2 && (next > at || options_.whole);
  if (short_year) {
    year = full_year(static_cast<int>(token.value));
  } else if (token.digits == 4 && token.value >= kFirstYear && token.value <= 2700) {
    year = static_cast<int>(token.value);
  } else {
    return false;
  }
  // 12:30 behind a date is a clock, 2025.5 a measure.
  if (mark(next + 1, U":") && glued(next + 1) && number(next + 2)) return false;
  at = next + 1;
  if (skip(at, DateWord::kYearMark)) {
    if (glued(at) && mark(at, U".") && !number(at + 1)) ++at;
  }
  return true;
}

// 令和8年, 民國115年, พ.ศ. 2569: moves behind the year mark where there is one.
bool DateReader::year_of_era(size_t& at, int& year) const {
  const WordReading* era = reading(at, DateWord::kEra);
  if (era == nullptr) return false;
  size_t next = at + 1;
  if (number(next)) {
    year = static_cast<int>(tokens_[next].value % 10000) + era->value;
  } else if (is(next, DateWord::kFirstYear)) {
    year = era->value + 1;
  } else {
    return false;
  }
  at = next + 1;
  return true;
}

bool DateReader::month_name(size_t& at, DateFields& fields, bool full_only) const {
  const WordReading* month = reading(at, DateWord::kMonth);
  for (const auto& [kind, calendar] : kOtherMonths) {
    const WordReading* other = reading(at, kind);
    if (other == nullptr || (month != nullptr && month->lang == options_.lang)) continue;
    fields.calendar = calendar;
    month = other;
    break;
  }
  if (month == nullptr || (full_only && month->abbreviated)) return false;
  fields.month = month->value;
  ++at;
  if (month->abbreviated && glued(at)) skip_mark(at, U".");
  // Both names that Arabic has for a month: "نيسان / أبريل", "أبريل (نيسان)".
  if (mark(at, U"/(") && is(at + 1, DateWord::kMonth) &&
      reading(at + 1, DateWord::kMonth)->value == *fields.month) {
    const bool bracket = tokens_[at].mark == U'(';
    at += 2;
    if (bracket) skip_mark(at, U")");
  }
  return true;
}

bool DateReader::numeric(size_t& at, DateFields& fields) const {
  if (!number(at) || joined_to_number(at)) return false;
  size_t next = at;
  std::array<const DateToken*, 3> part{};
  char32_t separator = 0;
  bool spaced_slash = false;
  for (size_t i = 0; i < 3; ++i) {
    if (!number(next) || tokens_[next].han_number) return false;
    part[i] = &tokens_[next++];
    if (i == 2) break;
    if (!mark(next, U"-./") || (i == 1 && tokens_[next].mark != separator)) return false;
    separator = tokens_[next].mark;
    const bool spaced = tokens_[next].space_before || !glued(next + 1);
    if (spaced && separator == U'-') return false;
    spaced_slash |= spaced && separator == U'/';
    ++next;
  }
  // "12 / 04 / 2020", but not pages and scores.
  if (spaced_slash && part[0]->digits != 4 && part[2]->digits != 4) return false;
  // A fourth number in the chain makes it an address or a version.
  if (mark(next, U"-./") && glued(next) && tokens_[next].mark == separator && glued(next + 1) &&
      number(next + 1) && tokens_[next + 1].digits != 2) {
    return false;
  }
  const auto value = [&](size_t i) { return static_cast<int>(part[i]->value % 10000); };
  const std::string_view order = CalendarWords::get().order(options_.tag);
  if (part[0]->digits == 4 && part[1]->digits <= 2 && part[2]->digits <= 2) {
    fields.year = value(0);
    fields.month = value(1);
    fields.day = value(2);
    fields.rule = separator == U'-' ? "iso" : "numeric ymd";
  } else if (part[0]->digits <= 2 && part[1]->digits <= 2 &&
             (part[2]->digits == 4 || part[2]->digits == 2)) {
    const bool two = part[2]->digits == 2;
    if (two && order == "321" && value(1) <= 12 && value(2) <= 31) {
      fields.year = full_year(value(0));
      fields.month = value(1);
      fields.day = value(2);
      fields.rule = "numeric ymd";
    } else {
      // Even where 12/2 is a day of December, 12-2 and 12.2 are written day first.
      const bool month_first =
          value(0) <= 12 && (value(1) > 12 || (order == "213" && separator == U'/'));
      fields.year = two ? full_year(value(2)) : value(2);
      fields.month = value(month_first ? 0 : 1);
      fields.day = value(month_first ? 1 : 0);
      fields.rule = month_first ? "numeric mdy" : "numeric dmy";
    }
    // Two digits and dots are as likely a section number or a score.
    if (two && !options_.whole && separator != U'/' && part[1]->digits != 2) return false;
  } else {
    return false;
  }
  at = next;
  if (glued(at) && is(at, DateWord::kYearMark) && separator == U'.') ++at;
  return true;
}

// "(7/7)", "14.3.": day and month only.
bool DateReader::numeric_partial(size_t& at, DateFields& fields) const {
  if (!options_.allow_partial || !number(at) || joined_to_number(at) || !number(at + 2)) {
    return false;
  }
  const DateToken& first = tokens_[at];
  const DateToken& second = tokens_[at + 2];
  if (first.digits > 2 || second.digits > 2 || !glued(at + 2) || !glued(at + 1)) return false;
  const bool slash = mark(at + 1, U"/") && at > 0 && mark(at - 1, U"(") && mark(at + 3, U")");
  const bool dots = mark(at + 1, U".") && mark(at + 3, U".") && glued(at + 3) && !number(at + 4);
  if (!slash && !dots) return false;
  const std::string_view order = CalendarWords::get().order(options_.tag);
  if (dots && order != "123") return false;
  const bool month_first = order != "123" && first.value <= 12;
  fields.month = static_cast<int>(month_first ? first.value : second.value);
  fields.day = static_cast<int>(month_first ? second.value : first.value);
  fields.rule = "numeric day month";
  at += dots ? 4 : 3;
  return true;
}

// 20250108, and 20250108T061800Z: in a text of its own, or in an address.
bool DateReader::compact(size_t& at, DateFields& fields) const {
  if (!number(at) || (tokens_[at].digits != 8 && tokens_[at].digits != 14)) return false;
  const bool in_address = at > 0 && glued(at) && mark(at - 1, U"/=_-");
  if (!options_.whole && !in_address) return false;
  int64_t value = tokens_[at].value;
  if (tokens_[at].digits == 14) {
    fields.second = static_cast<int>(value % 100);
    fields.minute = static_cast<int>(value / 100 % 100);
    fields.hour = static_cast<int>(value / 10000 % 100);
    value /= 1000000;
  }
  fields.year = static_cast<int>(value / 10000);
  fields.month = static_cast<int>(value / 100 % 100);
  fields.day = static_cast<int>(value % 100);
  if (*fields.year < 1900 || *fields.year > 2100) return false;
  fields.rule = "compact";
  ++at;
  const bool clock = at + 1 < tokens_.size() && glued(at) && tokens_[at].mark == U't' &&
                     glued(at + 1) && number(at + 1) &&
                     (tokens_[at + 1].digits == 6 || tokens_[at + 1].digits == 4);
  if (!clock) return true;
  int64_t time = tokens_[at + 1].value;
  if (tokens_[at + 1].digits == 6) {
    fields.second = static_cast<int>(time % 100);
    time /= 100;
  }
  fields.hour = static_cast<int>(time / 100);
  fields.minute = static_cast<int>(time % 100);
  at += 2;
  return true;
}

bool DateReader::marked(size_t& at, DateFields& fields) const {
  size_t next = at;
  int year = 0;
  bool has_year = year_of_era(next, year);
  if (!has_year && number(next) && (tokens_[next].digits == 4 || tokens_[next].digits == 2) &&
      !joined_to_number(next) && is(next + 1, DateWord::kYearMark)) {
    year = static_cast<int>(tokens_[next].value);
    has_year = tokens_[next].digits == 4;
    if (!has_year && options_.whole) {
      year = full_year(year);
      has_year = true;
    }
    if (!has_year) return false;
    ++next;
  }
  if (has_year) {
    fields.year = year;
    skip(next, DateWord::kYearMark);
  }
  const size_t behind_year = next;
  if (has_year) skip_mark(next, U",");
  if (number(next) && tokens_[next].digits <= 2 && is(next + 1, DateWord::kMonthMark)) {
    fields.month = static_cast<int>(tokens_[next].value);
    next += 2;
  } else if (!has_year || !month_name(next, fields)) {
    // A year alone is a date only where partial ones are asked for.
    if (!has_year || !options_.allow_partial) return false;
    fields.rule = "year";
    at = behind_year;
    return true;
  }
  if (number(next) && tokens_[next].digits <= 2 && tokens_[next].value >= 1 &&
      tokens_[next].value <= 31 &&
      (is(next + 1, DateWord::kDayMark) || (has_year && !is(next + 1, DateWord::kHourMark)))) {
    fields.day = static_cast<int>(tokens_[next].value);
    ++next;
    skip(next, DateWord::kDayMark);
    if (is(next, DateWord::kStretch) && !has_year && !is(next, DateWord::kBesideDay)) return false;
  }
  if (!has_year && !options_.allow_partial) return false;
  fields.rule = fields.day ? "year month day marks" : "year month marks";
  at = next;
  return true;
}

bool DateReader::day_month_year(size_t& at, DateFields& fields) const {
  size_t next = at;
  int day = 0;
  skip(next, DateWord::kDayWord);
  // The second day of "14-16 March" stands behind a number too.
  const bool stretch = next >= 2 && mark(next - 1, U"-") && number(next - 2) &&
                       tokens_[next - 2].digits <= 2 && !joined_to_number(next - 2);
  if ((joined_to_number(next) && !stretch) || !day_number(next, day)) return false;
  skip_mark(next, U".,-/");
  while (is(next, DateWord::kOf) && next < at + 6) ++next;
  skip_mark(next, U"'[");
  if (!month_name(next, fields)) return false;
  const size_t behind_month = next;
  skip_mark(next, U".,-/]'");
  skip_mark(next, U",");
  while (is(next, DateWord::kOf) && next < behind_month + 4) ++next;
  // "năm 2026", "tahun 2026": a year word in front.
  if (is(next, DateWord::kYearMark) && number(next + 1)) ++next;
  int year = 0;
  if (year_of_era(next, year) || year_number(next, year)) {
    fields.year = year;
  } else {
    if (!options_.allow_partial) return false;
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
  if (mark(next, U".:") && glued(next) && glued(next + 1) && number(next + 1)) return false;
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

// 14日, 19일: a day of the month at hand.
bool DateReader::day_alone(size_t& at, DateFields& fields) const {
  if (!options_.allow_partial || !number(at) || tokens_[at].han_number || joined_to_number(at)) {
    return false;
  }
  if (tokens_[at].digits > 2 || tokens_[at].value < 1 || tokens_[at].value > 31) return false;
  if (!is(at + 1, DateWord::kDayMark) || !glued(at + 1)) return false;
  if (is(at + 2, DateWord::kStretch)) return false;
  fields.day = static_cast<int>(tokens_[at].value);
  fields.rule = "day";
  at += 2;
  return true;
}

}  // namespace synoptic::knowledge
