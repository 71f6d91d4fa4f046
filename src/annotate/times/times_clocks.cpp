// Which day a clock time belongs to: the one beside it, one told in its sentence or before, or the
// article's own.
#include <algorithm>

#include "annotate/times/times_join.h"

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr uint32_t kLongestClock = 14;  // … between a day and its clock, of words not known
constexpr int kNoon = 12;

DateValue with_clock(DateValue day, const DateValue& clock, bool named_hour) {
  day.hour = clock.hour;
  day.minute = clock.minute;
  day.second = clock.second;
  day.precision = named_hour ? Precision::kHour : clock.precision;
  day.zone = clock.zone;
  day.offset_minutes = clock.offset_minutes;
  return day;
}

// A day that what the sentence says does not contradict.
bool fits(const DateValue& day, Direction way, const DateValue& anchor) {
  const int64_t ahead = model::days_from_civil(day) - model::days_from_civil(anchor);
  if (way == Direction::kPast) return ahead <= 0;
  return way != Direction::kFuture || ahead >= 0;
}

// Whether the clock is later than the article, by more than their zones may be apart.
bool is_later(const DateValue& clock, const DateValue& anchor) {
  if (anchor.precision < Precision::kHour) return false;
  constexpr int64_t kZonesApart = int64_t{8} * 60;
  DateValue at = clock, now = anchor;
  const bool zones = at.offset_minutes && now.offset_minutes;
  if (!zones) {
    at.offset_minutes.reset();
    now.offset_minutes.reset();
  }
  return model::minutes_since_epoch(at) - model::minutes_since_epoch(now) >
         (zones ? 0 : kZonesApart);
}

}  // namespace

// "23:40 GMT on Friday", "tomorrow at 10 am": one point in time.
bool TimeJoiner::clock_of_day(TimeFound& first, TimeFound& second) const {
  TimeFound& clock = first.is_clock() ? first : second;
  TimeFound& day = first.is_clock() ? second : first;
  if (!clock.is_clock() || day.is_clock() || clock.whole || day.whole) return false;
  const std::string_view gap = between(first, second);
  constexpr std::string_view kBreaks = ".;:()0123456789";
  if (gap.find_first_of(kBreaks) != std::string_view::npos) return false;
  const std::string_view inner = trim(gap);
  const bool mark = inner.empty() || inner == "," || inner == "-";
  const bool known = mark || table_.is_word("clock_joiner", text_.lang,
                                            trim(inner.starts_with(',') ? inner.substr(1) : inner));
  // Beside those of the table a day and the clock behind it may have any short word between.
  const uint32_t most = second.is_clock() ? kLongestClock : kLongestClock / 2;
  if (!known && (gap.size() > most || gap.find(',') != std::string_view::npos)) return false;
  if (!is_day(day.resolved) && !(day.resolved.is_open() && clock.resolved.is_open())) return false;
  if (!day.resolved.is_open()) {
    DateValue at = with_clock(day.resolved.from, clock.date->value, clock.date->named_hour);
    const bool late = table_.length_before("half_pm", text_.lang, folded(), day.folded.end) > 0 ||
                      table_.length_behind("half_pm", text_.lang, folded(), day.folded.begin) > 0;
    if (late && at.hour > 0 && at.hour < kNoon && !clock.date->named_hour) at.hour += kNoon;
    first.resolved = {at, at, std::string(model::precision_name(at.precision)), "clock of a day",
                      day.resolved.approximate};
  }
  first.date = day.date;
  if (first.date) first.date->named_hour = false;
  if (!first.date) first.date.reset();
  first.phrase = day.phrase;
  take(first, second);
  return true;
}

// A clock whose day stands elsewhere: in its sentence, else told last in the text, or lately
// before. Without one it is the article's, or the day before where the article did not know it yet.
void TimeJoiner::clocks_alone(List& found) const {
  std::vector<size_t> days;  // indices, left to right
  for (size_t i = 0; i < found.size(); ++i) {
    if (!found[i].is_clock() && !found[i].resolved.is_open() &&
        found[i].resolved.from == found[i].resolved.to &&
        found[i].resolved.from.precision >= Precision::kDay) {
      days.push_back(i);
    }
  }
  for (size_t i = 0; i < found.size(); ++i) {
    TimeFound& clock = found[i];
    if (!clock.is_clock() || clock.resolved.is_open()) continue;
    const auto next = std::ranges::lower_bound(days, i);
    const auto in_sentence = [&](size_t index) {
      return sentence_of(*text_.source, found[index].range.begin) ==
             sentence_of(*text_.source, clock.range.begin);
    };
    const TimeFound* day = nullptr;
    if (next != days.begin() && in_sentence(*(next - 1))) day = &found[*(next - 1)];
    if (day == nullptr && next != days.end() && !has_hour(found[*next].resolved.from) &&
        in_sentence(*next)) {
      day = &found[*next];
    }
    if (day != nullptr) {
      put_on_day(clock, day->resolved.from, day->resolved.approximate);
    } else {
      put_on_day_before(clock, found, {days.begin(), next});
    }
  }
}

void TimeJoiner::put_on_day(TimeFound& clock, const DateValue& day, bool approximate) {
  const DateValue at =
      with_clock(cut_to(day, Precision::kDay), clock.date->value, clock.date->named_hour);
  clock.resolved = {at, at, std::string(model::precision_name(at.precision)), "clock of a day",
                    approximate};
}

void TimeJoiner::put_on_day_before(TimeFound& clock, const List& found,
                                   std::span<const size_t> days) const {
  if (anchor_ == nullptr || clock.direction == Direction::kNearest) return;
  constexpr size_t kMostDays = 8;  // looked at
  for (size_t looked = 0; looked < days.size() && looked < kMostDays; ++looked) {
    const DateValue& day = found[days[days.size() - 1 - looked]].resolved.from;
    if (fits(day, clock.direction, *anchor_)) return put_on_day(clock, day, false);
  }
  if (clock.direction != Direction::kPast) return;
  if (last_day_) put_on_day(clock, *last_day_, false);
  if (is_later(clock.resolved.from, *anchor_)) {
    put_on_day(clock, day_after(clock.resolved.from, -1), false);
  }
}

}  // namespace synoptic::annotate
