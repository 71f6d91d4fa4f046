#include "compare/match.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "compare/figures/match_dates.h"

namespace synoptic::compare {
namespace {

// Compared in line: a call costs more than the few bytes, and most words are of another length.
template <size_t kSize>
bool is(std::string_view word, const char (&other)[kSize]) {
  return word.size() == kSize - 1 &&
         std::char_traits<char>::compare(word.data(), other, kSize - 1) == 0;
}

// Two roundings of one figure lie this near: "12,000" and 12,043; "about" gives more room.
constexpr double kRounding = 0.02;
constexpr double kAbout = 0.06;
constexpr double kAboutOneDigit = 0.1;  // "two in ten" and 18 %
constexpr double kRounded = 0.066;      // 2,140 and "2,000": the lesser digits are left out
constexpr double kCounted = 50;         // below it numbers are counted, not rounded
constexpr double kCalendar = 0.035;     // "three months" and 90 days
constexpr double kHolds = 3.0;  // "more than 10" still says something about 28, not about 100

constexpr auto kPowersOfTen = [] {
  std::array<int64_t, 16> out{1};
  for (size_t i = 1; i < out.size(); ++i) out[i] = 10 * out[i - 1];
  return out;
}();

// Whole numbers below 1e15 are exact, and so is what is reckoned with them.
bool is_exact(double value) { return std::abs(value) < 1e15 && std::floor(value) == value; }

// Of the whole numbers with so many digits before their zeros the nearest; of two the even one.
int64_t nearest(int64_t value, int digits) {
  const int64_t beyond = kPowersOfTen[static_cast<size_t>(digits)];
  int64_t last = 1;  // what the last of the digits counts
  while (value / last >= beyond) last *= 10;
  if (last == 1) return value;
  const int64_t over = value % last, below = value - over;
  const bool up = 2 * over > last || (2 * over == last && below / last % 2 == 1);
  return up ? below + last : below;
}

// Digits that carry the number: 12000 has two, 12043 five.
int telling_digits(double value) {
  constexpr int kMost = 10;
  if (is_exact(value)) {
    int64_t rest = nearest(static_cast<int64_t>(std::abs(value)), kMost);
    while (rest != 0 && rest % 10 == 0) rest /= 10;
    int digits = 1;
    while (rest >= 10) rest /= 10, ++digits;
    return digits;
  }
  std::string digits = fmt::format("{:.{}e}", std::abs(value), kMost - 1);
  digits.resize(std::min(digits.size(), digits.find('e')));
  while (digits.size() > 1 && (digits.back() == '0' || digits.back() == '.')) {
    const bool point = digits.back() == '.';
    digits.pop_back();
    if (point) break;
  }
  return static_cast<int>(digits.size()) - (digits.find('.') != std::string::npos ? 1 : 0);
}

double rounded(double value, int digits) {
  if (is_exact(value)) {
    const auto whole = static_cast<int64_t>(std::abs(value));
    return std::copysign(static_cast<double>(nearest(whole, std::max(1, digits))), value);
  }
  return std::strtod(fmt::format("{:.{}e}", value, std::max(0, digits - 1)).c_str(), nullptr);
}

// Too far apart for being one, however they are meant.
bool far_apart(double a, double b) {
  return std::abs(a - b) > std::max(std::abs(a), std::abs(b)) * std::max(kAboutOneDigit, kRounding);
}

// One has the other's first digits and no more: 300 and 312.
bool is_rounding(double a, double b, int zeros_a = 0, int zeros_b = 0) {
  const int digits_a = telling_digits(a) + zeros_a, digits_b = telling_digits(b) + zeros_b;
  if (digits_a == digits_b) return false;
  const double coarse = digits_a < digits_b ? a : b;
  const double fine = digits_a < digits_b ? b : a;
  return rounded(fine, std::min(digits_a, digits_b)) == rounded(coarse, 9);
}

bool equal(double a, double b) {
  return std::abs(a - b) <= std::max(std::abs(a), std::abs(b)) * 1e-9;
}

bool same_number(const Claim& one, const Claim& other, bool about) {
  const double a = one.value, b = other.value;
  const double larger = std::max(std::abs(a), std::abs(b));
  const double apart = std::abs(a - b);
  if (apart > larger * (about ? kAboutOneDigit : kRounding)) return false;
  if (about) {
    const bool one_digit = std::min(telling_digits(a), telling_digits(b)) == 1;
    if (!one_digit && apart > larger * kAbout) return false;
  } else if (larger < 1000 && std::floor(a) == a && std::floor(b) == b) {
    // Small whole numbers are counted, not rounded: 12 and 12.2 per cent are one, 100 and 101 dead
    // are two.
    return false;
  }
  return is_rounding(a, b, one.zeros, other.zeros);
}

// "Half a billion": a large number in words is a round one.
bool is_round_word(const Claim& claim) {
  constexpr double kLarge = 1e6;
  return claim.value >= kLarge && telling_digits(claim.value) <= 1 && is_told_by_words(claim);
}

bool is_about(const Claim& claim) {
  if (!claim.modifier.empty() &&
      (is(claim.modifier, "about") || is_vague(claim.modifier) || is(claim.modifier, "almost"))) {
    return true;
  }
  return is_round_word(claim);
}

// Too near for contradicting each other, if not one for sure: 212 and 200, "about 15" and 14. Of
// numbers that are not far apart.
bool may_be_rounded(const Claim& a, const Claim& b) {
  if (is(a.slot, "rank")) return false;
  const double larger = std::max(std::abs(a.value), std::abs(b.value));
  const double apart = std::abs(a.value - b.value);
  constexpr int kExact = 3;  // digits
  for (const Claim* claim : {&a, &b}) {
    if (!is_about(*claim)) continue;
    const int digits = telling_digits(claim->value);
    // "About 600" may be 640, "about 15" 14; "about 580" is not 640.
    const bool wide = digits == 1 || larger < kCounted || apart <= larger * kRounded;
    if (digits < kExact && wide) return true;
  }
  const bool one_unit = a.written == b.written && a.given != 0 && b.given != 0;
  const double x = one_unit ? a.given : a.value, y = one_unit ? b.given : b.value;
  if (apart > larger * kRounded) return false;
  const bool money = is(a.slot, "money");
  const bool counted = std::floor(x) == x && std::floor(y) == y;
  if (!money && counted && std::max(std::abs(x), std::abs(y)) < kCounted) return false;
  if (!is_rounding(x, y, a.zeros, b.zeros)) return false;
  // "500 million" and "480 million" are two sums, 1.7 and 1.74 billion are not.
  return !money || std::min(telling_digits(x), telling_digits(y)) > 1;
}

bool is_bound(const Claim& claim) {
  return is(claim.modifier, "at_least") || is(claim.modifier, "more_than") ||
         is(claim.modifier, "at_most") || is(claim.modifier, "less_than");
}

bool holds(const Claim& outer, double value) {
  constexpr double kVague = 100;  // "thousands" says something of 3,000 and of 90,000
  if (outer.modifier.empty() && !outer.max) return false;
  if (is_vague(outer.modifier)) return value >= outer.value && value < outer.value * kVague;
  if (outer.max) return outer.value <= value && value <= *outer.max;
  if (is(outer.modifier, "at_least") || is(outer.modifier, "more_than")) {
    return value >= outer.value && value <= outer.value * kHolds;
  }
  if (is(outer.modifier, "at_most") || is(outer.modifier, "less_than")) {
    return value <= outer.value && value * kHolds >= outer.value;
  }
  return false;
}

// "Three weeks" and 19 days, "two hours" and 139 minutes: the larger unit may be rounded.
bool may_be_counted_otherwise(const Claim& a, const Claim& b) {
  if (a.written == b.written || a.max || b.max || a.given == 0 || b.given == 0) return false;
  constexpr double kMost = 0.15;
  const double larger_unit = std::max(a.value / a.given, b.value / b.given);
  const double most = std::min(larger_unit / 2, kMost * std::max(a.value, b.value));
  return std::abs(a.value - b.value) <= most;
}

// The last digit that is written counts so much: 0.1 in "1.5", 1 in "17".
double last_digit(double given) {
  double digit = 1;
  for (int places = 0; places < 3 && !is_exact(given / digit); ++places) digit /= 10;
  return digit;
}

// "17 miles", "28 km": both were rounded, each in its own unit, and may be one.
bool are_rounded_alike(const Claim& a, const Claim& b) {
  if (a.given == 0 || b.given == 0 || is(a.sort, "duration")) return false;
  const auto room = [](const Claim& claim) {
    return last_digit(claim.given) / 2 * std::abs(claim.value / claim.given);
  };
  return std::abs(a.value - b.value) <= room(a) + room(b);
}

// At sea a mile is a nautical one: "30 miles" off the coast, 55 km.
bool may_be_sea_miles(const Claim& miles, const Claim& other) {
  constexpr double kNautical = 1.852;  // km
  if (!is(miles.written, "mile") || miles.unit != other.unit || miles.max || other.max)
    return false;
  const double most = kRounding * std::max(std::abs(miles.value), std::abs(other.value));
  return std::abs(miles.given * kNautical - other.value) <= most;
}

std::string turned(std::string_view score) {
  const size_t dash = score.find('-');
  if (dash == std::string_view::npos || score.find('-', dash + 1) != std::string_view::npos)
    return {};
  return std::string(score.substr(dash + 1)) + '-' + std::string(score.substr(0, dash));
}

// "Some thirty" are 34, too, "about a thousand" 1,200.
bool is_round_for(const Claim& round, double value) {
  constexpr double kMost = 0.2;
  // What costs least is asked first: most numbers are far apart.
  if (round.max || std::abs(round.value) < 10) return false;
  if (!(std::abs(value - round.value) <= kMost * std::abs(value))) return false;
  return is_about(round) && !is_vague(round.modifier) && telling_digits(round.value) == 1 &&
         rounded(value, 1) == round.value;
}

Match match_numbers(const Claim& a, const Claim& b) {
  // The loser's side may stand first: "won 3-1", "fell to them 1-3".
  if (is(a.sort, "score")) {
    return a.norm == b.norm || turned(a.norm) == b.norm ? Match::kSame : Match::kDifferent;
  }
  if (a.of && b.of && *a.of != *b.of) return Match::kDifferent;
  if (is(a.sort, "duration") && a.written != b.written && !a.max && !b.max &&
      std::abs(a.value - b.value) <= kCalendar * std::max(a.value, b.value)) {
    return Match::kSame;
  }
  if (is(a.sort, "duration") && may_be_counted_otherwise(a, b)) return Match::kRelated;
  if (may_be_sea_miles(a, b) || may_be_sea_miles(b, a)) return Match::kRelated;
  // "72 feet", 21.8 m: what is told in another unit was rounded on the way.
  if (!a.unit.empty() && a.written != b.written && is(a.slot, "quantity") && !a.max && !b.max) {
    const double larger = std::max(std::abs(a.value), std::abs(b.value));
    const bool alike = !is_bound(a) && !is_bound(b) && are_rounded_alike(a, b);
    const bool finely = std::min(telling_digits(a.given), telling_digits(b.given)) > 1;
    const double most = alike && finely ? kAbout : kRounding;
    if (std::abs(a.value - b.value) <= most * larger) return Match::kSame;
    if (alike) return Match::kRelated;
  }
  // "Cut by a quarter", "down to three quarters"; "a tenth of the mean", "90 % below it".
  if (is(a.sort, "percent") && !a.max && !b.max && std::abs(a.value + b.value - 100) < 1e-6 &&
      a.value != b.value) {
    return Match::kRelated;
  }
  if (a.max || b.max) {
    if (a.max && b.max && a.value == b.value && *a.max == *b.max) return Match::kSame;
  } else if (equal(a.value, b.value)) {
    return Match::kSame;
  } else if (!far_apart(a.value, b.value)) {
    const bool about = is_about(a) || is_about(b);
    const bool exact = a.exact && b.exact && !about;
    if (!exact && same_number(a, b, about)) return Match::kSame;
    if (!exact && may_be_rounded(a, b)) return Match::kRelated;
  }
  if (is_round_for(a, b.value) || is_round_for(b, a.value)) return Match::kRelated;
  // "142 other passengers" and the speaker are 143.
  if (a.remainder != b.remainder) return Match::kRelated;
  // "At least 640", "at least 460": one thing is said of two numbers.
  if (is_bound(a) && a.modifier == b.modifier) return Match::kDifferent;
  return holds(a, b.value) || holds(b, a.value) ? Match::kRelated : Match::kDifferent;
}

}  // namespace

bool is_vague(std::string_view modifier) {
  return !modifier.empty() &&
         (is(modifier, "dozens") || is(modifier, "hundreds") || is(modifier, "thousands"));
}

Match match(const Claim& a, const Claim& b) {
  if (is(a.slot, "date")) return match_dates(a, b);
  if (!a.entity.empty() || !b.entity.empty()) {
    return a.entity == b.entity ? Match::kSame : Match::kDifferent;
  }
  return match_numbers(a, b);
}

bool is_lower_bound(const Claim& claim) {
  return !claim.max && (is(claim.modifier, "at_least") || is(claim.modifier, "more_than"));
}

bool are_two_bounds(const Claim& a, const Claim& b) {
  if (a.max || b.max || (!is_lower_bound(a) && !is_lower_bound(b))) return false;
  // "More than 200" is 220, rounded.
  if (telling_digits(a.value) != telling_digits(b.value) && !far_apart(a.value, b.value)) {
    return false;
  }
  Claim x = a, y = b;
  if (is_lower_bound(x)) x.modifier.clear();
  if (is_lower_bound(y)) y.modifier.clear();
  return match(x, y) == Match::kDifferent;
}

bool is_same(const Claim& a, const Claim& b) {
  // Numbers so far apart are not one, whatever they count, but for scores, whose value is one
  // side's.
  if (far_apart(a.value, b.value) && !is(a.slot, "date") && !is(a.sort, "score") &&
      a.entity.empty()) {
    return false;
  }
  return match(a, b) == Match::kSame;
}

}  // namespace synoptic::compare
