// Times that are seen from another one which the text told before: "the next day", 同日, "a year
// later", 7分钟后. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "annotate/times/times_direction.h"
#include "annotate/times/times_join.h"

namespace synoptic::annotate {

class TimesToldBefore {
 public:
  TimesToldBefore(const TimeText& text, const std::optional<model::DateValue>& anchor,
                  TimeDirections& directions)
      : text_(text), anchor_(anchor), directions_(directions) {}

  // Before neighbours are made one. `in_title`: what stands in the present there has happened.
  void days(std::vector<TimeFound>& found, bool in_title);
  // When all clocks have their days.
  void clocks(std::vector<TimeFound>& found) const;

 private:
  bool is_of_event(const TimeFound& later, bool in_title);
  bool later_than(const TimeFound& before, TimeFound& later, bool far) const;
  static bool is_second_day(const std::vector<TimeFound>& found, const TimeFound& time);
  bool is_ahead(const model::DateValue& day) const;                      // behind the article's
  bool is_aside(const TimeFound& first, const TimeFound& second) const;  // in brackets behind it
  bool one_sentence(const TimeFound& a, const TimeFound& b) const;

  const TimeText& text_;
  const std::optional<model::DateValue>& anchor_;
  TimeDirections& directions_;
  // The day that "the same day" is, where the one told last is `last_day_`.
  std::optional<model::DateValue> day_before(const TimeFound& same);

  std::optional<model::DateValue> last_day_, last_past_;  // past: not behind the article's
  uint32_t last_at_ = UINT32_MAX;                         // where the text at hand told it (raw)
};

}  // namespace synoptic::annotate
