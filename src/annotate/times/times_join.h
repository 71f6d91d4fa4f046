// Times that stand beside each other and are one: a day and its clock, a quarter and its year, the
// two ends of a stretch, what "since" begins. Private to the room.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "annotate/times/times_resolve.h"

namespace synoptic::annotate {

struct TimeFound {
  Range range;   // in the raw text
  Range folded;  // the same in the folded text
  Resolved resolved;
  std::optional<knowledge::DateMatch> date;  // when it is one of find_dates(), or holds one
  std::optional<PhraseFound> phrase;
  Direction direction = Direction::kNear;
  bool told_year = false;  // of a stretch
  bool firm = false;       // a verb beside it says which way it lies, or it is told in full
  bool weak = false;       // a bare number: a year only where something beside it says so
  bool whole = false;      // a stretch, or what is complete for other reasons

  bool is_clock() const { return date && !phrase && date->rule == "clock"; }
  bool is_weekday() const {
    return date && date->weekday && !date->has_day && !date->has_month && !phrase;
  }
};

inline bool has_hour(const model::DateValue& value) {
  return value.precision >= model::Precision::kHour;
}
inline bool is_day(const Resolved& resolved) {
  return resolved.precision == "day" && resolved.from == resolved.to;
}
inline bool is_blank(std::string_view gap) {
  return gap.find_first_not_of(' ') == std::string_view::npos;
}
constexpr uint32_t kLongestGap = 28;  // bytes between two times that may be one

class TimeJoiner {
 public:
  // `last_day`: the one that an earlier text of the article told last, where it is a recent one.
  TimeJoiner(const TimeText& text, const model::DateValue* anchor, bool this_week,
             std::optional<model::DateValue> last_day)
      : text_(text),
        table_(TimesTable::get()),
        anchor_(anchor),
        this_week_(this_week),
        last_day_(std::move(last_day)) {}

  // `found` from left to right; what is left of it stands for itself.
  void run(std::vector<TimeFound>& found);

 private:
  using List = std::vector<TimeFound>;
  using Rule = bool (TimeJoiner::*)(TimeFound& first, TimeFound& second) const;

  void join(List& found, Rule rule) const;  // neighbours that the rule makes one
  std::string_view between(const TimeFound& first, const TimeFound& second) const;
  std::string_view folded() const { return text_.folded().text; }
  void stretch_to(TimeFound& found, uint32_t begin, uint32_t end) const;  // folded
  void take(TimeFound& first, const TimeFound& second) const;

  void extend_days(List& found) const;
  void add_parts_of_day(TimeFound& found, Range room) const;  // not beyond the room
  void years_in_a_row(List& found) const;
  void reach_forward(TimeFound& found) const;
  void reach_back_all(List& found) const;
  bool same_day(TimeFound& first, TimeFound& second) const;
  bool clock_of_day(TimeFound& first, TimeFound& second) const;
  void clocks_alone(List& found) const;
  static void put_on_day(TimeFound& clock, const model::DateValue& day, bool approximate);
  // `days`: places in `found` of those that the text told before the clock.
  void put_on_day_before(TimeFound& clock, const List& found, std::span<const size_t> days) const;
  bool weekday_of_week(TimeFound& first, TimeFound& second) const;
  bool part_of_year(TimeFound& first, TimeFound& second) const;
  bool end_of_year(TimeFound& first, TimeFound& second) const;
  void weekdays_in_a_row(List& found) const;
  // `kept`: those before; true: the last of them, a weekday right before the number, is part of the
  // stretch now.
  bool reach_back(TimeFound& found, List& kept) const;
  bool stretch(TimeFound& first, TimeFound& second) const;
  bool is_and(std::string_view gap) const;  // "and", a comma
  // Of "10, 11 and 12 June": where the days begin that stand before the first of the two.
  uint32_t days_in_front(model::DateValue& first, uint32_t begin) const;
  bool day_pair(TimeFound& first, TimeFound& second) const;
  bool month_and_days(TimeFound& first, TimeFound& second, std::string_view gap) const;
  bool joins(const TimeFound& first, std::string_view gap) const;
  bool settle_stretch(TimeFound& first, TimeFound& second) const;
  bool stretch_in_year(TimeFound& first, TimeFound& second) const;
  void weekdays(TimeFound& first, TimeFound& second) const;
  void since_or_until(TimeFound& found) const;
  uint32_t word_before(std::string_view kind, uint32_t at) const;  // its begin; `at`: none
  uint32_t word_behind(std::string_view kind, uint32_t at) const;  // its end; `at`: none

  const TimeText& text_;
  const TimesTable& table_;
  const model::DateValue* anchor_;
  bool this_week_;
  std::optional<model::DateValue> last_day_;
};

}  // namespace synoptic::annotate
