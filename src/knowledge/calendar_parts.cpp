// What dates are made of: a day, a month, a year, and the signs between them.
#include "knowledge/calendar_forms.h"

namespace synoptic::knowledge {
namespace {

constexpr int kFirstYear = 1000;  // smaller numbers are not taken for years
constexpr int kCenturyTurn = 70;  // "70" is 1970, "69" is 2069

constexpr std::pair<DateWord, Calendar> kOtherMonths[] = {
    {DateWord::kPersianMonth, Calendar::kPersian}, {DateWord::kHijriMonth, Calendar::kHijri}};

}  // namespace

int full_year(int two_digits) { return two_digits + (two_digits < kCenturyTurn ? 2000 : 1900); }

const WordReading* DateReader::best_reading(size_t at, DateWord kind) const {
  const WordReading* best = nullptr;
  int best_rank = 0;
  const CalendarWords& words = CalendarWords::get();
  for (const WordReading& reading : tokens_[at].readings) {
    if (reading.kind != kind) continue;
    // "21 des 63" is French, not 21 December in Indonesian, and "Maç 1" a match in Turkish, not
    // March in Malay: foreign short names do not count.
    const bool foreign = !options_.lang.empty() && reading.lang != options_.lang &&
                         reading.lang != "*" && !words.is_everywhere(reading.lang);
    if (foreign && (reading.abbreviated || reading.brief)) continue;
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
  if (mark(next + 1, U":") && glued(next + 1) && number(next + 2) && glued(next + 2)) return false;
  at = next + 1;
  if (skip(at, DateWord::kYearMark)) {
    if (glued(at) && mark(at, U".") && !number(at + 1)) ++at;
  }
  return true;
}

// "27 Mar 20 à 9:21": of two digits, and a clock with its minutes stands behind them.
bool DateReader::short_year_before_clock(size_t& at, int& year) const {
  if (!number(at) || tokens_[at].digits != 2 || joined_to_number(at)) return false;
  size_t next = at + 1;
  DateFields clock;
  if (!clock_behind(next, clock) || !clock.minute || is(at + 1, DateWord::kHourMark)) return false;
  year = full_year(static_cast<int>(tokens_[at].value));
  ++at;
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

}  // namespace synoptic::knowledge
