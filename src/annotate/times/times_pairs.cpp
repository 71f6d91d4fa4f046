// Two days that stand beside each other and are one stretch: "17 and 18 December", 12月17、18日.
#include "annotate/letters.h"
#include "annotate/times/times_join.h"
#include "text/utf8.h"

namespace synoptic::annotate {

bool TimeJoiner::is_and(std::string_view gap) const {
  const std::string_view inner = trim(gap);
  return inner == "," || inner == "、" || inner == "·" || inner == "・" ||
         table_.is_word("and", text_.lang, inner);
}

uint32_t TimeJoiner::days_in_front(model::DateValue& first, uint32_t begin) const {
  const std::string_view all = folded();
  while (begin > 2 && all[begin - 1] == ' ' && all[begin - 2] == ',') {
    const uint32_t end = begin - 2;
    uint32_t digit = end;
    int value = 0;
    for (int place = 1; digit > 0 && place <= 10 && is_ascii_digit(all[digit - 1]); place *= 10) {
      value += (all[--digit] - '0') * place;
    }
    const bool bare = digit == 0 || all[digit - 1] == ' ';
    if (digit == end || !bare || value + 1 != first.day) break;
    first = day_after(first, -1);
    begin = digit;
  }
  return begin;
}

// 12月17日と18日, "12월 17일과 18일": the second day lies in the first one's month.
bool TimeJoiner::day_pair(TimeFound& first, TimeFound& second) const {
  if (first.whole || second.whole || !first.date || !second.date || first.phrase || second.phrase) {
    return false;
  }
  if (first.resolved.is_open() || second.resolved.is_open() || first.is_clock()) return false;
  const bool bare_day = second.date->has_day && !second.date->has_month && is_day(second.resolved);
  if (!bare_day || !first.date->has_month) return false;
  if (first.date->calendar != knowledge::Calendar::kGregorian) return false;
  const std::string_view gap = between(first, second);
  if (!first.date->has_day) return month_and_days(first, second, gap);
  const int day = second.date->value.day;
  if (!is_day(first.resolved) || !is_and(gap) || day <= first.resolved.from.day) return false;
  second.resolved.from = second.resolved.to =
      day_after(first.resolved.from, day - first.resolved.from.day);
  if (day != first.resolved.from.day + 1) return false;
  first.resolved.to = second.resolved.to;
  first.resolved.rule = "stretch";
  take(first, second);
  first.whole = true;
  return true;
}

// 12月17、18日: the first day is a bare number behind the month.
bool TimeJoiner::month_and_days(TimeFound& first, TimeFound& second, std::string_view gap) const {
  if (first.resolved.precision != "month" || !first.resolved.is_point()) return false;
  gap = trim(gap);
  size_t digits = 0;
  int value = 0;
  while (digits < gap.size() && digits < 2 && is_ascii_digit(gap[digits])) {
    value = value * 10 + (gap[digits++] - '0');
  }
  const int day = second.date->value.day;
  if (value < 1 || value + 1 != day || !is_and(gap.substr(digits))) return false;
  model::DateValue from = first.resolved.from;
  from.day = value;
  from.precision = model::Precision::kDay;
  first.resolved = {from, day_after(from, 1), "day", "stretch"};
  take(first, second);
  first.whole = true;
  return true;
}

}  // namespace synoptic::annotate
