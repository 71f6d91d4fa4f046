#include "compare/figures/match_dates.h"

#include <algorithm>
#include <cstdlib>

#include "compare/figures/dates.h"
#include "compare/match.h"
#include "text/utf8.h"

namespace synoptic::compare {

using namespace std::string_view_literals;  // compared in line, unlike a plain literal

namespace {

using model::DateValue;
using model::Precision;

int64_t first_day_of(const Claim& claim) {
  return model::days_from_civil(claim.date.year, claim.date.month, claim.date.day);
}

int64_t last_day_of(const Claim& claim) {
  const DateValue last = model::last_day(claim.until);
  return model::days_from_civil(last.year, last.month, last.day);
}

bool has_clock(const Claim& claim) { return claim.date.precision >= Precision::kHour; }

// One instant on two clocks: "17:17 GMT" on the 10th, "2:17" on the 11th where it happened.
bool may_be_one_instant(const Claim& a, const Claim& b) {
  const bool zone_a = a.date.offset_minutes.has_value(), zone_b = b.date.offset_minutes.has_value();
  if (zone_a == zone_b)
    return zone_a && a.date.offset_minutes != b.date.offset_minutes &&
           model::minutes_since_epoch(a.date) == model::minutes_since_epoch(b.date);
  const Claim& zoned = zone_a ? a : b;
  const Claim& local = zone_a ? b : a;
  if (!has_clock(zoned)) return false;
  constexpr int64_t kFurthestEast = 14 * 60, kFurthestWest = -12 * 60;
  const int64_t utc = model::minutes_since_epoch(zoned.date);
  const int64_t apart = model::minutes_since_epoch(local.date) - utc;
  if (has_clock(local)) {
    return apart >= kFurthestWest && apart <= kFurthestEast && apart % 15 == 0;
  }
  // The local day alone: some clock of the world shows it at that instant.
  return apart <= kFurthestEast && apart + 24 * 60 > kFurthestWest;
}

bool is_midnight(const Claim& claim) {
  return has_clock(claim) && !claim.date.offset_minutes && claim.date.hour == 0 &&
         claim.date.minute == 0;
}

// "Midnight on Saturday" ends the Saturday, or begins it: 0:00 on Sunday is no other moment. Nor is
// it clearly another than "Saturday".
Match match_midnights(const Claim& a, const Claim& b) {
  const int64_t apart = first_day_of(a) - first_day_of(b);
  if (std::abs(apart) != 1) return Match::kDifferent;
  const Claim& later = apart > 0 ? a : b;
  const Claim& earlier = apart > 0 ? b : a;
  if (!is_midnight(later)) return Match::kDifferent;
  if (is_midnight(earlier)) {
    return is_told_by_words(a) || is_told_by_words(b) ? Match::kSame : Match::kDifferent;
  }
  return !has_clock(earlier) && is_told_by_words(earlier) ? Match::kRelated : Match::kDifferent;
}

bool is_told(const Claim& a, const Claim& b, DateTold told) {
  return a.told == told || b.told == told;
}

Match match_days(const Claim& a, const Claim& b) {
  if (may_be_one_instant(a, b)) return Match::kSame;
  const int64_t apart = std::abs(first_day_of(a) - first_day_of(b));
  if (apart <= 1 && a.home_clock != b.home_clock) return Match::kSame;
  const Match midnights = match_midnights(a, b);
  if (midnights != Match::kDifferent) return midnights;
  if (a.date.month == b.date.month && a.date.day == b.date.day &&
      !(tells_year(a.text) && tells_year(b.text))) {
    return Match::kSame;  // the year was inferred
  }
  // "Until Thursday": the week was inferred.
  const bool inferred = is_told_by_words(a) || is_told_by_words(b);
  if (inferred && apart % 7 == 0 && apart <= 14) return Match::kRelated;
  const bool month_inferred = is_told(a, b, DateTold::kDayOfMonth);
  return month_inferred && a.date.day == b.date.day && apart <= 31 ? Match::kRelated
                                                                   : Match::kDifferent;
}

}  // namespace

Match match_dates(const Claim& a, const Claim& b) {
  if (a.norm == b.norm) return Match::kSame;
  if (a.is_day && b.is_day) return match_days(a, b);
  const int64_t from_a = first_day_of(a), to_a = last_day_of(a);
  const int64_t from_b = first_day_of(b), to_b = last_day_of(b);
  const bool apart = to_a < from_b || to_b < from_a;
  if (apart) {
    // "In September": the year was inferred.
    const bool months =
        a.date.precision == Precision::kMonth && a.date.precision == b.date.precision;
    const bool other_year = months && is_told(a, b, DateTold::kMonth) &&
                            a.date.month == b.date.month &&
                            std::abs(a.date.year - b.date.year) == 1;
    return other_year ? Match::kRelated : Match::kDifferent;
  }
  // "In the night to Wednesday", "on the 17th and 18th": a day of two.
  const int64_t longest = std::max(to_a - from_a, to_b - from_b);
  return longest == 1 ? Match::kSame : Match::kRelated;
}

bool is_hour(const model::TimeMention& time) {
  return time.precision != "unresolved" && time.from.year != 0 &&
         time.from.precision >= Precision::kHour && (time.to.year == 0 || time.to == time.from);
}

bool are_two_hours(const DateValue& a, const DateValue& b) {
  constexpr int64_t kHour = 60;
  if (a.offset_minutes.has_value() != b.offset_minutes.has_value()) return false;
  return model::is_same_day(a, b) &&
         std::abs(model::minutes_since_epoch(a) - model::minutes_since_epoch(b)) >= kHour;
}

bool are_hours_apart(const Claim& a, const Claim& b) {
  const auto has_hour = [](const Claim& claim) {
    return claim.slot == "date"sv && has_clock(claim) && claim.date == claim.until;
  };
  return has_hour(a) && has_hour(b) && are_two_hours(a.date, b.date);
}

bool is_told_by_words(const Claim& claim) {
  for (size_t at = 0; at < claim.text.size();) {
    const auto c = text::decode(claim.text, at);
    if (text::digit_value(c.value) >= 0) return false;
    at += c.length;
  }
  return true;
}

}  // namespace synoptic::compare
