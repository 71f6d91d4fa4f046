#include "annotate/times/times_told_before.h"

#include <cstdlib>

namespace synoptic::annotate {
namespace {

using model::DateValue;
using model::Precision;

constexpr int kNeedsBase = 2;  // "a year later"
constexpr int kMayFollow = 3;  // через, 后: "in" or "after"

bool is_later(const TimeFound& found) {
  return found.phrase && found.phrase->kind == TimePhrase::kLater;
}

bool is_short(const TimeFound& later) { return later.phrase->unit <= TimeUnit::kHour; }

}  // namespace

// "через 7 минут пожар потушили": seen from the fire, where nothing says that it is to come.
bool TimesToldBefore::is_of_event(const TimeFound& later, bool in_title) {
  if (!is_later(later) || later.phrase->value != kMayFollow) return false;
  if (later.direction == Direction::kPast) return true;
  return (is_short(later) || in_title) && !directions_.looks_ahead(later.folded);
}

void TimesToldBefore::days(std::vector<TimeFound>& found, bool in_title) {
  for (size_t i = 0; i < found.size(); ++i) {
    if (!is_later(found[i])) continue;
    if (directions_.is_of_another(found[i].folded)) {
      found[i].resolved = {{}, {}, "unresolved", "later"};
      continue;
    }
    const bool of_event = is_of_event(found[i], in_title);
    const bool based =
        i > 0 && !(of_event && is_short(found[i])) && later_than(found[i - 1], found[i], !of_event);
    if (based) continue;
    if (found[i].phrase->value == kNeedsBase) found[i].weak = true;
    if (of_event) found[i].resolved = {{}, {}, "unresolved", "later"};
  }
  last_at_ = UINT32_MAX;
  for (TimeFound& time : found) {
    const bool same = time.phrase && time.phrase->kind == TimePhrase::kSameDay;
    const auto before = same ? day_before(time) : std::nullopt;
    if (before && !time.resolved.is_open()) {
      time.resolved = {day_after(*before, time.phrase->value),
                       day_after(*before, time.phrase->value), "day", "day told before"};
    }
    const bool day = time.resolved.is_point() && !time.is_clock() &&
                     time.resolved.from.precision >= Precision::kDay &&
                     !directions_.is_compared(time.folded);
    if (!day || is_second_day(found, time)) continue;
    // "38% above the close of the day before. That same evening …": of the day of the news.
    if (same && time.phrase->value != 0) continue;
    last_day_ = cut_to(time.resolved.from, Precision::kDay);
    last_at_ = time.range.begin;
    if (!is_ahead(*last_day_)) last_past_ = last_day_;
  }
}

// The 18日 of 12月17、18日 lies in a month that is not its own yet.
bool TimesToldBefore::is_second_day(const std::vector<TimeFound>& found, const TimeFound& time) {
  constexpr uint32_t kNear = 12;  // bytes
  if (!time.date || time.date->has_month || !time.date->has_day || &time == found.data()) {
    return false;
  }
  const TimeFound& before = *(&time - 1);
  return before.date && before.date->has_month && time.folded.begin >= before.folded.end &&
         time.folded.begin - before.folded.end <= kNear;
}

bool TimesToldBefore::is_ahead(const DateValue& day) const {
  return anchor_ && anchor_->precision >= Precision::kDay &&
         model::days_from_civil(day) > model::days_from_civil(*anchor_);
}

// "The contract ends on 16 December. The speaker said that same day …": not on the day to come,
// which another sentence told, where nothing looks ahead.
std::optional<DateValue> TimesToldBefore::day_before(const TimeFound& same) {
  if (!last_day_ || same.phrase->value != 0 || !is_ahead(*last_day_)) return last_day_;
  const bool one =
      last_at_ != UINT32_MAX && !text_.source->sentences.empty() &&
      sentence_of(*text_.source, last_at_) == sentence_of(*text_.source, same.range.begin);
  return one || directions_.looks_ahead(same.folded) ? last_day_ : last_past_;
}

// "The plane landed at 6:40 and 7 minutes later the fire was out."
void TimesToldBefore::clocks(std::vector<TimeFound>& found) const {
  for (size_t i = 1; i < found.size(); ++i) {
    TimeFound& later = found[i];
    if (!is_later(later) || !later.resolved.is_open() || !is_short(later)) continue;
    // "at 6:40 (3:40 in Kyiv)": the first of the two is the one of the place.
    const bool aside = i > 1 && is_aside(found[i - 2], found[i - 1]);
    const TimeFound* base = &found[aside ? i - 2 : i - 1];
    if (!base->resolved.is_point() || !has_hour(base->resolved.from) ||
        !one_sentence(*base, later)) {
      continue;
    }
    later.resolved = resolve_phrase(*later.phrase, text_, &base->resolved.from, Direction::kFuture);
    later.resolved.rule = "later";
  }
}

bool TimesToldBefore::is_aside(const TimeFound& first, const TimeFound& second) const {
  if (second.folded.begin < first.folded.end) return false;
  const std::string_view gap =
      std::string_view(text_.folded().text)
          .substr(first.folded.end, second.folded.begin - first.folded.end);
  return gap.find('(') != std::string_view::npos;
}

bool TimesToldBefore::one_sentence(const TimeFound& a, const TimeFound& b) const {
  return text_.source->sentences.empty() ||
         sentence_of(*text_.source, a.range.begin) == sentence_of(*text_.source, b.range.begin);
}

// "in May 2027 and the second a year later": from what the sentence told before; `far`: only if
// that lies far from the article's day.
bool TimesToldBefore::later_than(const TimeFound& before, TimeFound& later, bool far) const {
  constexpr int64_t kFar = 31;
  if (!anchor_ || anchor_->precision < Precision::kDay || !before.resolved.is_point()) return false;
  const DateValue told = before.resolved.from;
  const bool near =
      std::abs(model::days_from_civil(told) - model::days_from_civil(*anchor_)) <= kFar;
  if (!one_sentence(before, later) || before.weak || (far && near)) return false;
  if (!far && told.precision < Precision::kDay) return false;
  DateValue base = day_after(told, 0);
  Resolved resolved = resolve_phrase(*later.phrase, text_, &base, Direction::kFuture);
  if (resolved.is_open()) return false;
  const Precision precision = std::min(resolved.from.precision, told.precision);
  if (precision < resolved.from.precision) resolved = point(cut_to(resolved.from, precision), "");
  resolved.rule = "told before";
  later.resolved = std::move(resolved);
  return true;
}

}  // namespace synoptic::annotate
