#include "compare/ties.h"

#include <algorithm>
#include <cmath>

#include "compare/figures.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr double kSmallCount = 12;  // "two", "three": equal by chance

}  // namespace

// 1: the same thing is counted; 0: cannot tell; -1: different things.
int same_about(const Claim& a, const Claim& b) {
  if (a.slot == "place" || a.slot == "date") {
    return !a.about.empty() && a.about == b.about ? 1 : 0;
  }
  if (!a.about.empty() && !b.about.empty()) {
    if (a.about == b.about) return 1;
    return class_of(a.about).generic || class_of(b.about).generic ? 0 : -1;
  }
  if (a.about.empty() && b.about.empty() && !a.name.empty() &&
      text::fold_copy(a.name) == text::fold_copy(b.name)) {
    return 1;
  }
  return 0;
}

bool is_weak_number(const Claim& claim) {
  return claim.slot == "quantity" && claim.value <= kSmallCount &&
         std::floor(claim.value) == claim.value && !claim.of;
}

// What any number can be of: "people", no unit and no noun.
bool is_generic(const Claim& claim) {
  return claim.sort == "count" && (claim.about.empty() || class_of(claim.about).generic);
}

double ratio_tie(const Claim& a, const Claim& b) {
  const double low = std::min(std::abs(a.value), std::abs(b.value));
  const double high = std::max(std::abs(a.value), std::abs(b.value));
  if (high == 0) return 0;
  if (low == 0) return -0.2;
  const double ratio = high / low;
  if (ratio <= 1.25 && match(a, b) == Match::kRelated) return 0.55;  // "over 300" and 312
  if (ratio <= 2) return 0.3;
  if (ratio <= 3) return 0.1;
  return ratio > 10 ? -0.6 : -0.15;
}

double date_tie(const Claim& a, const Claim& b, int about) {
  if (!a.is_day || !b.is_day) return -1;
  const int64_t apart = std::abs(model::days_from_civil(a.date.year, a.date.month, a.date.day) -
                                 model::days_from_civil(b.date.year, b.date.month, b.date.day));
  if (apart > 62) return -1;
  return (about > 0 ? 0.45 : 0.0) + (apart <= 7 ? 0.15 : 0.0);
}

}  // namespace synoptic::compare
