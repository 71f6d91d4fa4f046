// One article, one reading: "on Monday" beside "Monday, 12 January", a title without a verb beside
// the text that has one. Private to the room.
#pragma once

#include <vector>

#include "annotate/times/times_join.h"
#include "model/annotation.h"

namespace synoptic::annotate {

class TimesOfArticle {
 public:
  // `index`: of the same time in the list that settle() gets.
  void note(const TimeFound& found, size_t index);
  // Weekdays, days and months whose sentence does not say which ones are meant become those that
  // the article tells in full, or those of a sentence that does say.
  void settle(std::vector<model::TimeMention>& times, const model::DateValue& anchor) const;

 private:
  enum class Part : uint8_t { kWeekday, kDay, kMonth, kYear };  // what is told, the last: in full
  struct Noted {
    size_t index;
    Part part;
    bool firm, has_year;
    model::DateValue value;
  };

  static bool is_same(const Noted& loose, const Noted& other, const model::DateValue& anchor);

  std::vector<Noted> noted_;
};

}  // namespace synoptic::annotate
