// Two times that are the ends of one stretch, and what "since" and "until" make of one.
#include <algorithm>

#include "annotate/letters.h"
#include "annotate/times/times_direction.h"
#include "annotate/times/times_join.h"
#include "text/utf8.h"

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr int kNoon = 12;

// "from 9am to 5pm on Monday": the day stands behind the second clock.
void same_date(DateValue& clock, const DateValue& day) {
  clock.year = day.year;
  clock.month = day.month;
  clock.day = day.day;
}

}  // namespace

// "14-16 March", "from the 1st to the 4th of May", 1~3月: the first number stands bare in front.
bool TimeJoiner::reach_back(TimeFound& found, List& kept) const {
  const TimeFound* front = kept.empty() ? nullptr : &kept.back();
  if (!found.date || found.whole || found.resolved.is_open()) return false;
  const bool days = found.date->has_day && found.date->has_month && is_day(found.resolved);
  const bool months = !found.date->has_day && found.date->has_month &&
                      found.resolved.precision == "month" &&
                      is_ascii_digit(folded()[found.folded.begin]);
  const bool hours = !days && !months && found.resolved.is_point() &&
                     has_hour(found.resolved.from) && is_ascii_digit(folded()[found.folded.begin]);
  if (!days && !months && !hours) return false;
  const std::string_view all = folded();
  const uint32_t end = found.folded.begin;
  const uint32_t low = end > kLongestGap ? end - kLongestGap : 0;
  uint32_t digit = end;
  while (digit > low && !is_ascii_digit(all[digit - 1])) --digit;
  if (digit == low || digit == end) return false;
  std::string_view gap = all.substr(digit, end - digit);
  const uint32_t ordinal = table_.length_behind("ordinal_mark", "*", all, digit);
  if (ordinal > 0 && ordinal <= gap.size()) gap.remove_prefix(ordinal);
  uint32_t begin = digit;
  int value = 0;
  for (int place = 1; begin > low && is_ascii_digit(all[begin - 1]); place *= 10) {
    value += (all[--begin] - '0') * place;
    if (place > 10) return false;
  }
  constexpr std::string_view kNumberMarks = ".,-/:$#";
  const bool bare = begin == 0 || kNumberMarks.find(all[begin - 1]) == std::string_view::npos;
  const int last = hours    ? found.resolved.from.hour
                   : months ? found.resolved.from.month
                   : found.date->calendar == knowledge::Calendar::kGregorian
                       ? found.resolved.from.day
                       : found.date->own.day;
  if (!bare || value < 1) return false;
  // "1 July to 14 August": the number is the first day's own.
  if (front != nullptr && !front->weak && front->folded.end > begin) return false;
  // "Friday 14 to Sunday 16 March"
  const bool named = front != nullptr && front->is_weekday() && front->folded.end <= begin &&
                     is_blank(all.substr(front->folded.end, begin - front->folded.end));
  TimeFound number = found;
  number.folded = {named ? front->folded.begin : begin, digit};
  const uint32_t opener = std::min(word_before("opener", number.folded.begin),
                                   word_before("between", number.folded.begin));
  // "17 and 18 December": two days in a row.
  const bool pair = days && value + 1 == last && is_and(gap);
  if (!pair && !joins(number, gap)) {
    // "17 and 19 December": two days.
    if (!days || value >= last || named || !table_.is_word("and", text_.lang, trim(gap))) {
      return false;
    }
    stretch_to(number, begin, digit);
    number.resolved = point(day_after(found.resolved.from, value - last), found.resolved.rule);
    kept.push_back(std::move(number));
    return false;
  }
  if (hours && opener == number.folded.begin) return false;
  if (hours) {
    const int half = last > kNoon && value < kNoon && value + kNoon < last ? kNoon : 0;
    if (value + half >= last) return false;
    found.resolved.from.hour = value + half;
    found.resolved.from.minute = 0;
  } else if (value >= last) {
    return false;
  } else if (months) {
    found.resolved.from = month_value(found.resolved.from.year, value);
  } else {
    found.resolved.from = day_after(found.resolved.from, value - last);
    if (pair) number.folded.begin = days_in_front(found.resolved.from, number.folded.begin);
  }
  found.resolved.rule = "stretch";
  found.whole = true;
  stretch_to(found, std::min(opener, number.folded.begin), found.folded.end);
  return named;
}

void TimeJoiner::reach_back_all(List& found) const {
  List kept;
  for (TimeFound& one : found) {
    if (reach_back(one, kept)) kept.pop_back();
    kept.push_back(std::move(one));
  }
  found = std::move(kept);
}

// 2012年から17年まで: the second year without its century.
void TimeJoiner::reach_forward(TimeFound& found) const {
  if (found.whole || found.weak || found.resolved.precision != "year" || !found.resolved.is_point())
    return;
  const std::string_view all = folded();
  uint32_t digit = found.folded.end;
  const uint32_t high = std::min<uint32_t>(digit + 12, static_cast<uint32_t>(all.size()));
  while (digit < high && !is_ascii_digit(all[digit])) ++digit;
  if (digit + 3 > high || !is_ascii_digit(all[digit + 1]) || is_ascii_digit(all[digit + 2])) return;
  if (!table_.is_word("until", text_.lang,
                      trim(all.substr(found.folded.end, digit - found.folded.end))))
    return;
  const uint32_t mark = table_.length_behind("short_year_mark", text_.lang, all, digit + 2);
  constexpr int kCentury = 100;
  const int first = found.resolved.from.year;
  const int second = first - first % kCentury + (all[digit] - '0') * 10 + (all[digit + 1] - '0');
  if (mark == 0 || second <= first) return;
  found.resolved.to = year_value(second);
  found.resolved.rule = "stretch";
  found.whole = true;
  stretch_to(found, found.folded.begin, word_behind("closer", digit + 2 + mark));
}

// "in 2018, 2020 and 2024": a year makes the numbers beside it years.
void TimeJoiner::years_in_a_row(List& found) const {
  const auto beside = [&](const TimeFound& sure, const TimeFound& first, const TimeFound& second,
                          const TimeFound& weak) {
    if (sure.weak || !weak.weak || sure.resolved.precision != "year" || !sure.resolved.is_point())
      return false;
    if (first.folded.end > second.folded.begin) return false;
    const std::string_view gap = trim(between(first, second));
    return gap == "," || table_.is_word("and", text_.lang, gap);
  };
  for (size_t i = 1; i < found.size(); ++i) {
    if (beside(found[i - 1], found[i - 1], found[i], found[i])) found[i].weak = false;
  }
  for (size_t i = found.size(); i-- > 1;) {
    if (beside(found[i], found[i - 1], found[i], found[i - 1])) found[i - 1].weak = false;
  }
}

bool TimeJoiner::joins(const TimeFound& first, std::string_view gap) const {
  std::string_view inner = trim(gap);
  if (inner.starts_with(',')) inner = trim(inner.substr(1));
  if (inner.starts_with('\'')) {  // Turkish endings: 2018'den 2020'ye
    const size_t blank = inner.find(' ');
    inner = blank == std::string_view::npos ? std::string_view() : trim(inner.substr(blank));
    if (inner.empty()) return table_.has_words("bare_stretch", text_.lang);
  }
  if (table_.is_word("until", text_.lang, inner)) return true;
  return table_.is_word("and", text_.lang, inner) &&
         word_before("between", first.folded.begin) != first.folded.begin;
}

// "from Monday to Friday", "14 to 16 March", "2019–2021": two neighbours become one.
bool TimeJoiner::stretch(TimeFound& first, TimeFound& second) const {
  if (first.whole || second.whole || !joins(first, between(first, second))) return false;
  const bool opened = word_before("opener", first.folded.begin) != first.folded.begin ||
                      word_before("between", first.folded.begin) != first.folded.begin;
  if ((first.weak || second.weak) && first.resolved.precision != second.resolved.precision)
    return false;
  // Two bare numbers need more than a word between: "2000 to 2010 people".
  const std::string_view gap = trim(between(first, second));
  const bool dash = gap.size() == 1 && !text::is_letter(static_cast<unsigned char>(gap[0]));
  if (first.weak && second.weak && !opened && !dash &&
      !table_.has_words("bare_stretch", text_.lang) &&
      !table_.is_word("until_years", text_.lang, gap)) {
    return false;
  }
  const bool told_year =
      first.date && second.date && (first.date->has_year || second.date->has_year);
  if (!settle_stretch(first, second)) return false;
  first.told_year = told_year || !first.date || !second.date;
  const uint32_t opener = std::min(word_before("opener", first.folded.begin),
                                   word_before("between", first.folded.begin));
  take(first, second);
  const uint32_t closer = word_behind("closer", first.folded.end);
  stretch_to(first, std::min(opener, first.folded.begin), closer);
  first.whole = true;
  first.date.reset();
  first.phrase.reset();
  return true;
}

bool TimeJoiner::settle_stretch(TimeFound& first, TimeFound& second) const {
  Resolved& from = first.resolved;
  Resolved& to = second.resolved;
  const Resolved kept = from;
  if (from.is_open() && to.is_open()) return true;
  if (first.is_weekday() && second.is_weekday()) {
    weekdays(first, second);
  } else if (from.is_open() || to.is_open() || from.precision != to.precision ||
             from.precision == "week") {
    // "from 10 to 12:30" are both clocks; an hour and a minute go together.
    const bool hours = !from.is_open() && !to.is_open() && has_hour(from.from) && has_hour(to.to);
    if (!hours) return false;
    if (first.is_clock()) same_date(from.from, to.to);
    to.precision = from.precision =
        model::precision_name(std::max(from.from.precision, to.to.precision));
    from.from.precision = to.to.precision = std::max(from.from.precision, to.to.precision);
  } else if (first.is_clock() && has_hour(from.from) && has_hour(to.to)) {
    same_date(from.from, to.to);
  } else if (second.is_weekday()) {
    constexpr int kWeek = 7;
    while (to.precision == "day" &&
           model::minutes_since_epoch(to.to) < model::minutes_since_epoch(from.from)) {
      to.from = to.to = day_after(to.to, kWeek);
    }
  } else if (first.date && second.date) {
    knowledge::DateMatch one = *first.date, two = *second.date;
    one.has_year = one.has_year || first.phrase.has_value();  // "last May to July"
    two.has_year = two.has_year || second.phrase.has_value();
    if (two.has_day && !two.has_month && one.has_month) {
      // 3月14日至16日: the second day lies in the first one's month.
      to.to = from.to;
      to.to.day = two.value.day;
    } else if (one.has_day && !one.has_month && two.has_month && !first.phrase) {
      from.from = to.to;  // "vom 14. bis 16. März" where the first is read as a day
      from.from.day = one.value.day;
    } else if (!one.has_year && two.has_year && one.has_month) {
      const int year = to.to.year;
      from = resolve_in_year(one, year);
      if (model::minutes_since_epoch(from.from) > model::minutes_since_epoch(to.to))
        from = resolve_in_year(one, year - 1);
    } else if (one.has_year && !two.has_year && two.has_month) {
      const int year = from.from.year;
      to = resolve_in_year(two, year);
      if (model::minutes_since_epoch(from.from) > model::minutes_since_epoch(to.to))
        to = resolve_in_year(two, year + 1);
    } else if (!one.has_year && !two.has_year && one.has_month && two.has_month) {
      // Both in one year, or over the turn of it.
      constexpr int64_t kYear = int64_t{366} * 24 * 60;
      if (model::minutes_since_epoch(to.to) < model::minutes_since_epoch(from.from)) {
        if (first.direction == Direction::kFuture)
          to = resolve_in_year(two, from.from.year + 1);
        else
          from = resolve_in_year(
              one,
              model::minutes_since_epoch(from.from) - model::minutes_since_epoch(to.to) > kYear / 2
                  ? to.to.year - 1
                  : to.to.year);
        if (model::minutes_since_epoch(to.to) < model::minutes_since_epoch(from.from))
          from = resolve_in_year(one, to.to.year - 1);
      } else if (model::minutes_since_epoch(to.to) - model::minutes_since_epoch(from.from) >
                 kYear) {
        to = resolve_in_year(two, from.from.year);
        if (model::minutes_since_epoch(to.to) < model::minutes_since_epoch(from.from))
          to = resolve_in_year(two, from.from.year + 1);
      }
    }
  }
  if (model::minutes_since_epoch(from.from) > model::minutes_since_epoch(to.to)) {
    from = kept;
    return false;
  }
  from.to = to.to;
  from.rule = "stretch";
  from.approximate = from.approximate || to.approximate;
  return true;
}

// 今年1~3月, "geçen yıl mayıs ile eylül arasında": the stretch lies in that year.
bool TimeJoiner::stretch_in_year(TimeFound& first, TimeFound& second) const {
  const bool year = !first.whole && first.phrase && first.resolved.precision == "year" &&
                    first.resolved.is_point() && !first.weak;
  if (!year || !second.whole || second.told_year || second.resolved.rule != "stretch") return false;
  const std::string_view gap = trim(between(first, second));
  if (!gap.empty() && !table_.is_word("of", text_.lang, gap)) return false;
  const int shift = first.resolved.from.year - second.resolved.from.year;
  second.resolved.from.year += shift;
  second.resolved.to.year += shift;
  first.resolved = second.resolved;
  first.whole = true;
  first.phrase.reset();
  take(first, second);
  return true;
}

void TimeJoiner::weekdays(TimeFound& first, TimeFound& second) const {
  if (anchor_ == nullptr || first.resolved.is_open()) return;
  const DateValue today = day_after(*anchor_, 0);
  const int now = model::weekday(today);
  const bool around = *first.date->weekday <= now && now <= *second.date->weekday;
  if ((around && first.direction != Direction::kFuture) || this_week_) {
    const DateValue monday = monday_of(today);
    first.resolved.from = day_after(monday, *first.date->weekday);
    second.resolved.to = day_after(monday, *second.date->weekday);
  }
  constexpr int kWeek = 7;
  while (model::minutes_since_epoch(second.resolved.to) <
         model::minutes_since_epoch(first.resolved.from)) {
    second.resolved.to = day_after(second.resolved.to, kWeek);
  }
  while (model::minutes_since_epoch(second.resolved.to) -
             model::minutes_since_epoch(first.resolved.from) >=
         int64_t{kWeek} * 1440) {
    first.resolved.from = day_after(first.resolved.from, kWeek);
  }
}

// "since Monday", "2019年以来": to the article's day; "20 Kasım'a kadar": from it.
void TimeJoiner::since_or_until(TimeFound& found) const {
  if (found.whole || (found.resolved.from != found.resolved.to && !found.resolved.is_open() &&
                      found.resolved.precision != "week" && found.resolved.precision != "month")) {
    return;
  }
  uint32_t end = found.folded.end;
  if (folded().substr(end).starts_with('\'')) {
    while (end < folded().size() && folded()[end] != ' ' && folded()[end] != ',') ++end;
  }
  const uint32_t since = std::min(word_before("since_before", found.folded.begin),
                                  word_before("since_maybe", found.folded.begin));
  const uint32_t since_end =
      std::max({word_behind("since_behind", end), word_behind("since_behind", found.folded.end),
                word_behind("since_maybe_behind", end),
                word_behind("since_maybe_behind", found.folded.end)});
  const uint32_t until = word_before("until_before", found.folded.begin);
  const uint32_t until_end =
      std::max(word_behind("until_behind", end), word_behind("until_behind", found.folded.end));
  const bool begins = since != found.folded.begin || since_end > end;
  const bool ends = until != found.folded.begin || until_end > end;
  if (begins == ends || (ends && moves_to(text_, found.folded))) return;
  stretch_to(found, begins ? since : until,
             std::max({found.folded.end, begins && since_end > end ? since_end : 0,
                       ends && until_end > end ? until_end : 0}));
  found.weak = found.weak && found.resolved.is_open();
  if (found.resolved.is_open() || anchor_ == nullptr) return;
  const bool week = found.resolved.precision == "week";
  const Precision precision = week ? Precision::kDay : found.resolved.from.precision;
  if (precision > Precision::kDay) return;
  const DateValue now = cut_to(day_after(*anchor_, 0), precision);
  if (begins && model::minutes_since_epoch(found.resolved.from) < model::minutes_since_epoch(now)) {
    found.resolved.to = now;
    found.resolved.rule = "up to the article";
    if (week) found.resolved.precision = "day";
  } else if (ends &&
             model::minutes_since_epoch(found.resolved.to) > model::minutes_since_epoch(now) &&
             precision == Precision::kDay) {
    found.resolved.from = now;
    found.resolved.rule = "from the article on";
    if (week) found.resolved.precision = "day";
  }
}

}  // namespace synoptic::annotate
