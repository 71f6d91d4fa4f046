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
// Of a few lines an agency's notice may be half, and stands in all that is its own.
constexpr uint32_t kLeastContained = 16;
// Of an outlet's later text: how much of its opening must have been there before.
constexpr double kNewOpening = 0.25;
constexpr size_t kLeastOfOpening = 4;  // fewer phrases tell nothing

// Up to which hash all phrases of an article are kept.
uint32_t last_of(const Fingerprint& of) {
  return of.phrase_count() > of.kept_phrases() ? of.last_phrase()
                                               : std::numeric_limits<uint32_t>::max();
}

// All phrases of an article that has just come, as a PhraseReader gives them.
class AllPhrases {
 public:
  explicit AllPhrases(const Keys& keys) : at_(keys.data()), end_(keys.data() + keys.size()) {}
  bool done() const { return at_ == end_; }
  uint32_t value() const { return *at_ >> (32 - kPhraseBits); }
  void next() { ++at_; }

 private:
  const uint32_t* at_;
  const uint32_t* end_;
};

// The smallest hashes of a set are a fair sample of it; below the lower of the two cuts both
// samples are whole, and so is their intersection (Broder 1997, bottom-k sketches).
template <typename Left>
Overlap overlap_below(uint32_t limit, Left left, PhraseReader right, bool left_is_shorter) {
  Overlap out;
  size_t in_left = 0, in_right = 0;
  const auto within = [&](const auto& of) { return !of.done() && of.value() <= limit; };
  while (within(left) && within(right)) {
    const uint32_t x = left.value(), y = right.value();
    if (x == y) ++out.shared;
    if (x <= y) ++in_left, left.next();
    if (y <= x) ++in_right, right.next();
  }
  for (; within(left); left.next()) ++in_left;
  for (; within(right); right.next()) ++in_right;
  const auto both = static_cast<double>(out.shared);
  const size_t shorter = left_is_shorter ? in_left : in_right;
  const size_t whole = in_left + in_right - out.shared;
  if (whole > 0) out.jaccard = both / static_cast<double>(whole);
  if (shorter > 0) out.contained = both / static_cast<double>(shorter);
  return out;
}

// Whether the phrases with which a text begins stand in another one, as far as both are kept.
bool begins_with_news(const Fingerprint& article, const Fingerprint& other) {
  constexpr uint32_t kShift = kPhraseBits - Fingerprint::kOpeningBits;
  const uint32_t last = last_of(other) >> kShift;
  size_t all = 0, found = 0;
  PhraseReader theirs = other.phrases();
  for (const uint16_t phrase : article.opening()) {
    if (phrase > last) break;
    while (!theirs.done() && theirs.value() >> kShift < phrase) theirs.next();
    ++all;
    if (!theirs.done() && theirs.value() >> kShift == phrase) ++found;
  }
  return all >= kLeastOfOpening &&
         static_cast<double>(found) < kNewOpening * static_cast<double>(all);
}

// An outlet goes on with a story: what is new comes first, and below it stands what it had printed
// before. It is no copy that says the same, however much of it is repeated.
bool is_later_text(const Fingerprint& a, const Fingerprint& b) {
  if (a.publisher() == 0 || a.publisher() != b.publisher()) return false;
  const auto left = a.minutes(), right = b.minutes();
  if (!left || !right || *left == *right) return begins_with_news(a, b) && begins_with_news(b, a);
  return *left < *right ? begins_with_news(b, a) : begins_with_news(a, b);
}

bool comparable(const Fingerprint& a, const Fingerprint& b) {
  return a.kept_phrases() > 0 && b.kept_phrases() > 0 && a.lang_key() == b.lang_key();
}

}  // namespace

Overlap overlap(const Fingerprint& a, const Fingerprint& b) {
  if (!comparable(a, b)) return {};
  return overlap_below(std::min(last_of(a), last_of(b)), a.phrases(), b.phrases(),
                       a.phrase_count() <= b.phrase_count());
}

Overlap overlap(const Fingerprint& a, const Keys& phrases, const Fingerprint& b) {
  if (!comparable(a, b)) return {};
  return overlap_below(last_of(b), AllPhrases(phrases), b.phrases(),
                       a.phrase_count() <= b.phrase_count());
}

bool is_copy(const Fingerprint& a, const Fingerprint& b) { return is_copy(a, b, overlap(a, b)); }

bool is_copy(const Fingerprint& a, const Fingerprint& b, const Overlap& shared) {
  const auto left = a.minutes(), right = b.minutes();
  if (left && right && std::abs(*left - *right) > kCopyWindowDays * kMinutesPerDay) return false;
  const uint32_t shortest = std::min(a.kept_phrases(), b.kept_phrases());
  if (shared.shared < std::min(kLeastShared, std::max<uint32_t>(shortest, 1))) return false;
  const bool contained = shared.contained >= kCopyContained &&
                         (shared.shared >= kLeastContained || shared.contained == 1);
  return (shared.jaccard >= kCopyJaccard || contained) && !is_later_text(a, b);
}

}  // namespace synoptic::group
