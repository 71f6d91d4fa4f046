#include "annotate/times/times_agree.h"

#include <cstdlib>

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

// The value's day or month in place of the one that was read; the clock stays.
void move_to(model::TimeMention& time, const DateValue& value) {
  time.from.year = value.year;
  time.from.month = value.month;
  time.from.day = value.day;
  time.to = time.from;
  time.rule = "as told elsewhere";
}

}  // namespace

void TimesOfArticle::note(const TimeFound& found, size_t index) {
  if (!found.date || found.phrase || found.whole || !found.resolved.is_point()) return;
  const knowledge::DateMatch& date = *found.date;
  if (date.calendar != knowledge::Calendar::kGregorian) return;
  const Precision told = found.resolved.from.precision;
  const DateValue day = cut_to(found.resolved.from, Precision::kDay);
  if (date.has_month && date.has_day && told >= Precision::kDay) {
    noted_.push_back({index, Part::kYear, true, date.has_year, day});
  } else if (date.has_month && !date.has_day && told == Precision::kMonth) {
    noted_.push_back({index, Part::kMonth, found.firm, date.has_year, found.resolved.from});
  } else if (date.has_day && !date.has_month && told >= Precision::kDay) {
    noted_.push_back({index, Part::kDay, found.firm, false, day});
  } else if (found.is_weekday() && told >= Precision::kDay) {
    noted_.push_back({index, Part::kWeekday, found.firm, false, day});
  }
}

// Whether the other may be what the loose one means.
bool TimesOfArticle::is_same(const Noted& loose, const Noted& other, const DateValue& anchor) {
  constexpr int64_t kWeek = 7, kMonth = 31;
  if (loose.part == Part::kMonth) {
    return other.part == Part::kMonth && other.value.month == loose.value.month &&
           std::abs(other.value.year - anchor.year) <= 1;
  }
  if (other.part == Part::kMonth) return false;
  const int64_t away =
      std::abs(model::days_from_civil(other.value) - model::days_from_civil(anchor));
  if (loose.part == Part::kDay) {
    return (other.part == Part::kYear || other.part == Part::kDay) &&
           other.value.day == loose.value.day && away <= kMonth;
  }
  return model::weekday(other.value) == model::weekday(loose.value) && away < kWeek &&
         other.part != Part::kDay;
}

void TimesOfArticle::settle(std::vector<model::TimeMention>& times, const DateValue& anchor) const {
  for (const Noted& loose : noted_) {
    if (loose.part == Part::kYear || loose.firm || loose.has_year) continue;
    const Noted* best = nullptr;
    bool one = true, agrees = false;
    for (const bool full : {true, false}) {
      for (const Noted& other : noted_) {
        const bool told = other.part == Part::kYear || other.has_year;
        if (told != full || !other.firm || !is_same(loose, other, anchor)) continue;
        agrees |= other.value == loose.value;
        one &= best == nullptr || best->value == other.value;
        best = &other;
      }
      if (best != nullptr) break;
    }
    if (best != nullptr && one && !agrees) move_to(times[loose.index], best->value);
  }
}

}  // namespace synoptic::annotate
