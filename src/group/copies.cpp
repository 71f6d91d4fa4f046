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
  if (a.kept_phrases() == 0 || b.kept_phrases() == 0 || a.lang_key() != b.lang_key()) return {};
  uint32_t limit = std::numeric_limits<uint32_t>::max();
  if (a.phrase_count() > a.kept_phrases()) limit = std::min(limit, a.last_phrase());
  if (b.phrase_count() > b.kept_phrases()) limit = std::min(limit, b.last_phrase());
  Overlap out;
  size_t in_left = 0, in_right = 0;
  const auto within = [&](const PhraseReader& of) { return !of.done() && of.value() <= limit; };
  auto left = a.phrases(), right = b.phrases();
  while (within(left) && within(right)) {
    const uint32_t x = left.value(), y = right.value();
    if (x == y) ++out.shared;
    if (x <= y) ++in_left, left.next();
    if (y <= x) ++in_right, right.next();
  }
  for (; within(left); left.next()) ++in_left;
  for (; within(right); right.next()) ++in_right;
  const auto both = static_cast<double>(out.shared);
  const size_t shorter = std::min(in_left, in_right), whole = in_left + in_right - out.shared;
  if (whole > 0) out.jaccard = both / static_cast<double>(whole);
  if (shorter > 0) out.contained = both / static_cast<double>(shorter);
  return out;
}

bool is_copy(const Fingerprint& a, const Fingerprint& b) { return is_copy(a, b, overlap(a, b)); }

bool is_copy(const Fingerprint& a, const Fingerprint& b, const Overlap& shared) {
  const auto left = a.minutes(), right = b.minutes();
  if (left && right && std::abs(*left - *right) > kCopyWindowDays * kMinutesPerDay) return false;
  const uint32_t shortest = std::min(a.kept_phrases(), b.kept_phrases());
  if (shared.shared < std::min(kLeastShared, std::max<uint32_t>(shortest, 1))) return false;
  return shared.jaccard >= kCopyJaccard || shared.contained >= kCopyContained;
}

}  // namespace synoptic::group
