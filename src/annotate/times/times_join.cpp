#include "annotate/times/times_join.h"

#include <algorithm>

#include "text/utf8.h"

namespace synoptic::annotate {

using model::DateValue;
using model::Precision;

std::string_view TimeJoiner::between(const TimeFound& first, const TimeFound& second) const {
  if (first.folded.end > second.folded.begin) return "";
  return folded().substr(first.folded.end, second.folded.begin - first.folded.end);
}

void TimeJoiner::stretch_to(TimeFound& found, uint32_t begin, uint32_t end) const {
  found.folded = {begin, end};
  found.range = text_.folded().to_source(found.folded);
}

void TimeJoiner::take(TimeFound& first, const TimeFound& second) const {
  stretch_to(first, std::min(first.folded.begin, second.folded.begin),
             std::max(first.folded.end, second.folded.end));
  first.weak = false;
}

uint32_t TimeJoiner::word_before(std::string_view kind, uint32_t at) const {
  uint32_t end = at;
  if (end > 0 && folded()[end - 1] == ' ') --end;
  const uint32_t length = table_.length_before(kind, text_.lang, folded(), end);
  return length == 0 ? at : end - length;
}

uint32_t TimeJoiner::word_behind(std::string_view kind, uint32_t at) const {
  const auto begin = static_cast<uint32_t>(skip_blank(folded(), at));
  const uint32_t length = table_.length_behind(kind, text_.lang, folded(), begin);
  return length == 0 ? at : begin + length;
}

void TimeJoiner::join(List& found, Rule rule) const {
  if (found.size() < 2) return;
  List joined;
  joined.reserve(found.size());
  for (TimeFound& next : found) {
    const bool near = !joined.empty() && joined.back().folded.end <= next.folded.begin &&
                      next.folded.begin - joined.back().folded.end <= kLongestGap;
    if (near && (this->*rule)(joined.back(), next)) continue;
    joined.push_back(std::move(next));
  }
  found = std::move(joined);
}

// "Friday evening", "مساء الاثنين", "поздно вечером в воскресенье", "dün akşam".
void TimeJoiner::add_parts_of_day(TimeFound& found, Range room) const {
  if (!is_day(found.resolved) && !(found.resolved.is_open() && !found.is_clock())) return;
  constexpr int kMostWords = 3;
  for (int i = 0; i < kMostWords; ++i) {
    uint32_t begin = word_before("part_before", found.folded.begin);
    uint32_t end = word_behind("part_behind", found.folded.end);
    if (begin < room.begin) begin = found.folded.begin;
    if (end > room.end) end = found.folded.end;
    if (begin == found.folded.begin && end == found.folded.end) return;
    stretch_to(found, begin, end);
  }
}

// "tomorrow, Tuesday", "am morgigen Dienstag": two words for one day.
bool TimeJoiner::same_day(TimeFound& first, TimeFound& second) const {
  const std::string_view gap = between(first, second);
  if (!is_blank(gap) && gap != ", " && gap != " (") return false;
  const bool days = is_day(first.resolved) && is_day(second.resolved);
  const bool open = first.resolved.is_open() && second.resolved.is_open();
  if (first.is_clock() || second.is_clock()) return false;
  const bool weekday = first.is_weekday() || second.is_weekday();
  if (!weekday || !(open || (days && first.resolved.from == second.resolved.from))) {
    // A weekday that the other day contradicts by its direction is still the other day's name.
    const TimeFound& name = first.is_weekday() ? first : second;
    const TimeFound& other = first.is_weekday() ? second : first;
    const bool agrees = days && name.is_weekday() && !other.is_weekday() &&
                        model::weekday(other.resolved.from) == *name.date->weekday;
    if (!agrees) return false;
    if (first.is_weekday()) first.resolved = second.resolved;
  }
  take(first, second);
  return true;
}

// "Monday of last week", "先週の火曜日"
bool TimeJoiner::weekday_of_week(TimeFound& first, TimeFound& second) const {
  TimeFound& week = first.is_weekday() ? second : first;
  TimeFound& day = first.is_weekday() ? first : second;
  if (!day.is_weekday() || !week.phrase || week.phrase->kind != TimePhrase::kWeek) return false;
  const std::string_view gap = trim(between(first, second));
  if (!gap.empty() && !table_.is_word("of", text_.lang, gap)) return false;
  if (!week.resolved.is_open()) {
    const DateValue at = day_after(week.resolved.from, *day.date->weekday);
    first.resolved = {at, at, "day", "weekday of a week"};
  }
  first.date.reset();
  first.phrase.reset();
  take(first, second);
  return true;
}

// "the third quarter of 2025", "2026'nın ilk çeyreğinde", "im März des vergangenen Jahres"
bool TimeJoiner::part_of_year(TimeFound& first, TimeFound& second) const {
  const auto is_year = [](const TimeFound& found) {
    return !found.whole && (found.resolved.precision == "year" || found.resolved.is_open()) &&
           (found.weak ||
            (found.phrase &&
             (found.phrase->kind == TimePhrase::kYear || found.phrase->kind == TimePhrase::kAgo ||
              found.phrase->kind == TimePhrase::kInYear)) ||
            (found.date && found.date->rule == "year"));
  };
  const auto is_part = [](const TimeFound& found) {
    if (found.whole) return false;
    if (found.phrase && resolve_part(*found.phrase, 1)) return true;
    return found.date && !found.phrase && !found.date->has_year && found.date->has_month;
  };
  const bool year_first = is_year(first) && is_part(second);
  if (!year_first && !(is_part(first) && is_year(second))) return false;
  const TimeFound& part = year_first ? second : first;
  const TimeFound& year = year_first ? first : second;
  const std::string_view raw_gap = between(first, second);
  const std::string_view gap = trim(raw_gap);
  const bool suffix = year_first && raw_gap.starts_with('\'') && raw_gap.size() < 8;
  if (!gap.empty() && !suffix && !table_.is_word("of", text_.lang, gap)) return false;
  // A bare number is the year of a quarter, hardly of a day: "12 March 2000 people".
  const bool dated = part.date && !part.phrase;
  if (dated && (year.weak || year.phrase == std::nullopt)) return false;
  if (year.resolved.is_open()) {
    if (part.phrase && part.phrase->kind == TimePhrase::kHalfOf) first.phrase = part.phrase;
    first.whole = true;
    take(first, second);
    return true;
  }
  const int of = year.resolved.from.year;
  // "اسفند سال ۱۴۰۲": the year is of the month's own calendar, and the month lies in our next one.
  const bool own_year = dated && part.date->calendar == knowledge::Calendar::kPersian &&
                        year.phrase && year.phrase->kind == TimePhrase::kPersianYear;
  first.resolved = own_year ? in_year(*part.date, year.phrase->year)
                   : dated  ? resolve_in_year(*part.date, of)
                            : *resolve_part(*part.phrase, of);
  first.date = part.date;
  if (first.date) first.date->has_year = true;
  first.phrase.reset();
  first.whole = !dated;
  take(first, second);
  return true;
}

// 去年 + 年底: the last month of that year.
bool TimeJoiner::end_of_year(TimeFound& first, TimeFound& second) const {
  const bool ends = second.phrase && second.phrase->kind == TimePhrase::kYearEnd;
  const bool year = (first.phrase && (first.phrase->kind == TimePhrase::kYear ||
                                      first.phrase->kind == TimePhrase::kInYear)) ||
                    (first.date && first.date->rule == "year") || first.weak;
  const std::string_view gap = trim(between(first, second));
  if (!ends || !year || !(gap.empty() || table_.is_word("of", text_.lang, gap))) return false;
  if (!first.resolved.is_open()) {
    const DateValue at = month_value(first.resolved.from.year, 12);
    first.resolved = {at, at, "month", "end of a year"};
  }
  first.phrase = second.phrase;
  first.date.reset();
  take(first, second);
  return true;
}

// "Montag Morgen": the morning that went to Monday is no tomorrow of its own.
void TimeJoiner::extend_days(List& found) const {
  for (size_t i = 0; i < found.size(); ++i) {
    // What a clock has ("午前2時", "۶ صبح") is not taken from it.
    Range room{0, static_cast<uint32_t>(folded().size())};
    if (i > 0 && found[i - 1].is_clock()) room.begin = found[i - 1].folded.end;
    if (i + 1 < found.size() && found[i + 1].is_clock()) room.end = found[i + 1].folded.begin;
    add_parts_of_day(found[i], room);
  }
  if (found.size() < 2) return;
  List kept;
  for (TimeFound& one : found) {
    const bool inside_last = !kept.empty() && kept.back().folded.end > one.folded.begin;
    if (inside_last && one.folded.end <= kept.back().folded.end) continue;
    while (!kept.empty() && kept.back().folded.begin >= one.folded.begin) kept.pop_back();
    kept.push_back(std::move(one));
  }
  found = std::move(kept);
}

// "Sunday and Monday": the second is the one behind the first.
void TimeJoiner::weekdays_in_a_row(List& found) const {
  constexpr int kWeek = 7;
  for (size_t i = 1; i < found.size(); ++i) {
    const TimeFound& first = found[i - 1];
    TimeFound& second = found[i];
    if (!first.is_weekday() || !second.is_weekday()) continue;
    if (!is_day(first.resolved) || !is_day(second.resolved)) continue;
    if (!table_.is_word("and", text_.lang, trim(between(first, second)))) continue;
    const int64_t days =
        model::days_from_civil(second.resolved.from) - model::days_from_civil(first.resolved.from);
    if (days < 0 && days > -kWeek) {
      second.resolved.from = second.resolved.to = day_after(second.resolved.from, kWeek);
    }
  }
}

void TimeJoiner::run(List& found) {
  if (found.empty()) return;
  extend_days(found);
  join(found, &TimeJoiner::weekday_of_week);
  join(found, &TimeJoiner::same_day);
  weekdays_in_a_row(found);
  extend_days(found);
  join(found, &TimeJoiner::clock_of_day);
  clocks_alone(found);
  join(found, &TimeJoiner::end_of_year);
  join(found, &TimeJoiner::part_of_year);
  reach_back_all(found);
  for (TimeFound& one : found) reach_forward(one);
  join(found, &TimeJoiner::day_pair);
  join(found, &TimeJoiner::stretch);
  join(found, &TimeJoiner::stretch_in_year);
  for (TimeFound& one : found) since_or_until(one);
  years_in_a_row(found);
  std::erase_if(found, [&](const TimeFound& one) {
    if (one.weak) return true;
    // Midnight of no day, and halves of no year, may be anybody's.
    if (one.is_clock() && one.date->named_hour && one.date->value.hour == 0) return true;
    constexpr int kComplete = 10;  // above it the words themselves are of a year
    return one.phrase && one.phrase->kind == TimePhrase::kHalfOf && !one.whole &&
           one.phrase->value < kComplete;
  });
}

}  // namespace synoptic::annotate
