// The forms of a written date, read from tokens. Private to the room.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "knowledge/calendar.h"
#include "knowledge/calendar_words.h"

namespace synoptic::knowledge {

struct DateFields {
  std::optional<int> year, month, day, hour, minute, second, weekday;
  std::string zone;
  std::optional<int> offset_minutes;
  std::string rule;
  Calendar calendar = Calendar::kGregorian;  // in which month and day count
  CivilDay own;                              // before they were converted
  bool named_hour = false;                   // "noon"
  bool short_year = false;                   // of two digits

  bool has_clock() const { return hour.has_value(); }
};

struct FormOptions {
  std::string_view lang;
  bool allow_partial = false;
  bool whole = false;    // the text is nothing but a date: two-digit years and bare digits count
  std::string_view tag;  // the language with its region, where the order of numbers depends on it
};

// Reads at one token and moves behind what it read; false leaves the position alone.
class DateReader {
 public:
  DateReader(std::span<const DateToken> tokens, FormOptions options)
      : tokens_(tokens), options_(options) {}

  // Whether one may begin there, as the next few tokens say.
  bool may_begin(size_t at) const;
  // The longest date, with clock and zone, that begins at `at`.
  bool read(size_t& at, DateFields& fields) const;

 private:
  using Form = bool (DateReader::*)(size_t&, DateFields&) const;

  // calendar_reader.cpp
  bool calendar_day(size_t& at, DateFields& fields) const;  // longest of the forms
  bool weekday_name(size_t& at, DateFields& fields, bool alone) const;
  bool weekday_around(size_t& at, DateFields& fields) const;  // ", Wednesday", "(水)"
  bool settle(DateFields& fields) const;  // converts calendars; false: no such day
  bool settle_calendar(DateFields& fields) const;
  void settle_short_year(DateFields& fields) const;
  bool number_may_begin(size_t at) const;

  // calendar_numbers.cpp
  bool numeric(size_t& at, DateFields& fields) const;
  bool numeric_partial(size_t& at, DateFields& fields) const;
  bool compact(size_t& at, DateFields& fields) const;
  bool marked(size_t& at, DateFields& fields) const;  // 2025年1月3日
  bool day_alone(size_t& at, DateFields& fields) const;

  // calendar_forms.cpp
  bool day_month_year(size_t& at, DateFields& fields) const;
  bool month_day_year(size_t& at, DateFields& fields) const;
  bool year_month_day(size_t& at, DateFields& fields) const;
  bool month_year(size_t& at, DateFields& fields) const;
  bool month_alone(size_t& at, DateFields& fields) const;
  bool named_day(size_t& at, DateFields& fields) const;

  // calendar_clock.cpp
  // `behind_date`: a whole date stands before it, which makes "9 heures 45" a time of day.
  bool clock(size_t& at, DateFields& fields, bool behind_date = false) const;
  bool clock_digits(size_t& at, DateFields& fields, bool announced) const;
  bool clock_marks(size_t& at, DateFields& fields) const;
  bool clock_in_one(size_t& at, DateFields& fields) const;  // "0340 GMT"
  void minutes_behind(size_t& at, int& minute) const;
  bool bare_hour(size_t& at, DateFields& fields, int& shift, bool behind_date) const;
  bool half_of_day(size_t& at, int& shift) const;
  bool zone(size_t& at, DateFields& fields) const;
  bool offset(size_t& at, DateFields& fields) const;
  bool clock_behind(size_t& at, DateFields& fields) const;
  bool zone_behind(size_t& at, DateFields& fields) const;

  // calendar_parts.cpp
  bool month_name(size_t& at, DateFields& fields, bool full_only = false) const;
  bool day_number(size_t& at, int& day) const;
  bool year_number(size_t& at, int& year) const;
  bool year_of_era(size_t& at, int& year) const;
  bool short_year_before_clock(size_t& at, int& year) const;
  bool joined_to_number(size_t at) const;  // digits with a sign between, as in 192.168.1.1
  const WordReading* best_reading(size_t at, DateWord kind) const;
  bool skip(size_t& at, DateWord kind) const;
  bool skip_mark(size_t& at, std::u32string_view marks) const;

  const WordReading* reading(size_t at, DateWord kind) const {
    const bool has = at < tokens_.size() && (tokens_[at].kinds & bit_of(kind)) != 0;
    return has ? best_reading(at, kind) : nullptr;
  }
  bool is(size_t at, DateWord kind) const { return reading(at, kind) != nullptr; }
  bool mark(size_t at, std::u32string_view marks) const {
    return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kMark &&
           marks.find(tokens_[at].mark) != std::u32string_view::npos;
  }
  bool number(size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == DateToken::Kind::kNumber;
  }
  bool glued(size_t at) const { return at < tokens_.size() && !tokens_[at].space_before; }

  std::span<const DateToken> tokens_;
  FormOptions options_;
};

int full_year(int two_digits);  // 26: 2026; 98: 1998
CivilDay from_persian(int year, int month, int day);
CivilDay from_hijri(int year, int month, int day);

}  // namespace synoptic::knowledge
