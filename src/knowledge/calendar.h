// Dates written in text, in any of the languages of data/calendar: month and weekday names,
// numeric forms, ISO 8601, Chinese and Japanese 年月日, all digit systems. Used for bylines and
// metadata as well as for dates in running text. Only what is written is read: no field is
// invented, no zone is guessed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/date.h"
#include "text/fold.h"

namespace synoptic::knowledge {

enum class Calendar : uint8_t { kGregorian, kPersian, kHijri };
struct CivilDay {
  int year = 0, month = 0, day = 0;
};
// A day of the Solar Hijri calendar (Iran; good for the years 1206 to 1498) or of the tabular
// Islamic one (leap years 2, 5, 7, 10, 13 … of 30; the sighted moon may be a day off).
CivilDay to_gregorian(Calendar calendar, CivilDay day);

struct DateMatch {
  model::DateValue value;  // year 0: none written ("14 March"); precision as written
  bool has_year = true;
  bool has_month = true;  // false: "on the 14th", a bare clock time, a bare weekday
  bool has_day = true;
  Range range;                         // in the text searched
  std::optional<int> weekday;          // 0 = Monday, where a weekday stands beside it (or alone)
  std::optional<bool> weekday_agrees;  // set where both are known
  std::string rule;                    // "day month year", "iso", "numeric dmy" …
  bool named_hour = false;             // "noon", "midnight": no minute is told
  // Of another calendar: its own numbers, 0 where not told; `value` is converted where the year is
  // known, a month or year to the one of ours in which it begins.
  Calendar calendar = Calendar::kGregorian;
  CivilDay own;
};

struct DateOptions {
  // Primary subtag, or with its region in lower case ("en-gb": 3/4 is in April); "" tries all.
  std::string_view lang;
  bool allow_partial = false;  // also dates without year (month-day, month alone, weekday alone)
};

// All dates, left to right, longest first where they overlap. Clock times and zones beside a date
// are part of it. Ambiguous numeric orders (03/04/2025) follow the language; where that cannot
// tell, day first.
std::vector<DateMatch> find_dates(std::string_view text, const DateOptions& options = {});

// The same of a text that is folded already.
std::vector<DateMatch> find_folded_dates(std::string_view text, const text::Folded& folded,
                                         const DateOptions& options = {});

// Whether a date in Chinese numerals may stand in a folded text: such count only in front of a sign
// of dates (二〇二五年), or where the sign of an emperor's first year is.
bool holds_han_date(std::string_view folded);

// The whole string as one date (metadata, front matter, a <time> element); nullopt: it is not one.
std::optional<model::DateValue> parse_date(std::string_view text, std::string_view lang = {});

struct TimeSpan {  // months count as months do, of whatever length
  int months = 0;
  int64_t minutes = 0;
};
// The date so far from another one; a day that the month lacks becomes its last.
model::DateValue moved(const model::DateValue& from, TimeSpan by);

// "2 hours ago", "вчера", "3天前", "منذ ساعتين": how far from the moment of reading, after
// data/calendar/relative.tsv, with the precision of the words. nullopt: the text as a whole is not
// such a phrase. Without a known moment of reading there is no date in it.
std::optional<model::DateValue> parse_relative(std::string_view text,
                                               const model::DateValue& read_at);

}  // namespace synoptic::knowledge
