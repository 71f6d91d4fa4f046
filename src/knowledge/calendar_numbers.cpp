// Dates in digits: with signs between them, in one, and with the marks of East Asia behind them.
#include <array>

#include "knowledge/calendar_forms.h"

namespace synoptic::knowledge {

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
    if (!mark(next, U"-./·") || (i == 1 && tokens_[next].mark != separator)) return false;
    separator = tokens_[next].mark;
    const bool spaced = tokens_[next].space_before || !glued(next + 1);
    if (spaced && (separator == U'-' || separator == U'·')) return false;
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
    fields.short_year = two;
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

// 14日, 19일: a day of the month at hand.
bool DateReader::day_alone(size_t& at, DateFields& fields) const {
  if (!options_.allow_partial || !number(at) || tokens_[at].han_number || joined_to_number(at)) {
    return false;
  }
  if (tokens_[at].digits > 2 || tokens_[at].value < 1 || tokens_[at].value > 31) return false;
  if (!is(at + 1, DateWord::kDayMark) || !glued(at + 1)) return false;
  // 22日|前往: "前" is of the next word.
  if (is(at + 2, DateWord::kStretch) && !is(at + 3, DateWord::kMovesOn)) return false;
  fields.day = static_cast<int>(tokens_[at].value);
  fields.rule = "day";
  at += 2;
  return true;
}

}  // namespace synoptic::knowledge
