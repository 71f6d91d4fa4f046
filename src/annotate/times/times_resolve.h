// From what a text says ("next month", "Friday", "14日") to dates, seen from the day of the
// article. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "annotate/times/times_table.h"
#include "model/annotation.h"

namespace synoptic::annotate {

// Which way an unsaid year, month or week lies; kNear: the sentence does not say; kNearest: on
// either side ("was to begin on Friday").
enum class Direction : uint8_t { kPast, kFuture, kNear, kNearest, kThisWeek };

struct Resolved {
  model::DateValue from, to;
  std::string precision;
  std::string rule;
  bool approximate = false;

  bool is_open() const { return precision == "unresolved"; }
  bool is_point() const { return !is_open() && from == to; }
};

// `anchor`: the published value, nullptr where the article has none; relative times are then
// "unresolved".
Resolved resolve_phrase(const PhraseFound& phrase, const TimeText& text,
                        const model::DateValue* anchor, Direction direction);
Resolved resolve_date(const knowledge::DateMatch& date, const model::DateValue* anchor,
                      Direction direction);
// The quarter, half or season of a phrase in the year; nullopt: the phrase is none of these.
std::optional<Resolved> resolve_part(const PhraseFound& phrase, int year);
// The day or month of a date in the year.
Resolved resolve_in_year(const knowledge::DateMatch& date, int year);

Resolved fiscal_year(int year);  // from April of the year on, as in Japan

// The day that a weekday (0: Monday), or a number of the month, means.
model::DateValue weekday_value(int weekday, const model::DateValue& anchor, Direction direction);
model::DateValue day_of_month(int day, const model::DateValue& anchor, Direction direction);
// The year that a month or day without one belongs to; in_year: the date in the year (ours, or of
// its calendar).
Resolved with_year(const knowledge::DateMatch& date, const model::DateValue& anchor,
                   Direction direction);
Resolved in_year(const knowledge::DateMatch& date, int year);
// A day, month (day 0) or year (month 0) of another calendar, as ours.
Resolved converted(knowledge::Calendar calendar, int year, int month, int day, std::string rule);

Resolved point(model::DateValue value, std::string rule);
model::DateValue with_clock(model::DateValue day, const model::DateValue& clock);
model::DateValue month_after(const model::DateValue& date, int months);
model::DateValue day_after(const model::DateValue& date, int64_t days);  // day precision
model::DateValue monday_of(const model::DateValue& date);
model::DateValue month_value(int year, int month);
model::DateValue year_value(int year);
// As exact as the precision says: the month of a day, the day of an hour.
model::DateValue cut_to(model::DateValue value, model::Precision precision);

}  // namespace synoptic::annotate
