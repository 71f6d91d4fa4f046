// Copies: how many phrases two texts share, told from the smallest hashes of each.
#include <algorithm>
#include <cstdlib>
#include <limits>

#include "group/bounds.h"
#include "group/window.h"

namespace synoptic::group {
namespace {

constexpr double kCopyJaccard = 0.3;
constexpr double kCopyContained = 0.5;
constexpr uint32_t kLeastShared = 8;  // fewer shared phrases prove nothing, unless they are all

}  // namespace

// The smallest hashes of a set are a fair sample of it; below the lower of the two cuts both
// samples are whole, and so is their intersection (Broder 1997, bottom-k sketches).
Overlap overlap(const Fingerprint& a, const Fingerprint& b) {
  const auto left = a.phrases(), right = b.phrases();
  if (left.empty() || right.empty() || a.lang() != b.lang()) return {};
  uint32_t limit = std::numeric_limits<uint32_t>::max();
  if (a.phrase_count() > left.size()) limit = std::min(limit, left.back());
  if (b.phrase_count() > right.size()) limit = std::min(limit, right.back());
  const auto in_left =
      static_cast<size_t>(std::upper_bound(left.begin(), left.end(), limit) - left.begin());
  const auto in_right =
      static_cast<size_t>(std::upper_bound(right.begin(), right.end(), limit) - right.begin());
  Overlap out;
  for (size_t i = 0, j = 0; i < in_left && j < in_right;) {
    if (left[i] == right[j]) {
      ++out.shared, ++i, ++j;
    } else {
      left[i] < right[j] ? ++i : ++j;
    }
  }
  const auto both = static_cast<double>(out.shared);
  const size_t shorter = std::min(in_left, in_right), whole = in_left + in_right - out.shared;
  if (whole > 0) out.jaccard = both / static_cast<double>(whole);
  if (shorter > 0) out.contained = both / static_cast<double>(shorter);
  return out;
}

bool is_copy(const Fingerprint& a, const Fingerprint& b) {
  const auto left = a.minutes(), right = b.minutes();
  if (left && right && std::abs(*left - *right) > kCopyWindowDays * kMinutesPerDay) return false;
  const Overlap shared = overlap(a, b);
  const auto shortest = static_cast<uint32_t>(std::min(a.phrases().size(), b.phrases().size()));
  if (shared.shared < std::min(kLeastShared, std::max<uint32_t>(shortest, 1))) return false;
  return shared.jaccard >= kCopyJaccard || shared.contained >= kCopyContained;
}

}  // namespace synoptic::group
