#include "compare/statements/wording.h"

#include <algorithm>

#include "base/hash.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr double kSameRows = 0.5;       // of the longer one's rows: a word or two differ
constexpr double kRowsWithin = 0.75;    // of the shorter one's: a part of the other
constexpr double kSameBag = 0.6;        // of the shorter one's words
constexpr double kSpacelessWord = 0.5;  // of a word, in one character
constexpr double kFewestWords = 5;      // fewer are said by anybody
constexpr size_t kFewestInBag = 4;
constexpr size_t kRow = 3;

double shared(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t both = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    both += *x == *y ? 1 : 0;
    const bool first = *x <= *y, second = *y <= *x;
    x += first ? 1 : 0;
    y += second ? 1 : 0;
  }
  return static_cast<double>(both);
}

}  // namespace

Wording::Wording(std::string_view text) {
  const std::string folded = text::fold_copy(text);
  for (const auto& word : text::words(folded)) {
    bag_.push_back(fnv1a(word.range.of(folded)));
    words_ += word.spaceless ? kSpacelessWord : 1;
  }
  for (size_t i = 0; i + kRow <= bag_.size(); ++i) {
    uint64_t row = 0;
    for (size_t j = i; j < i + kRow; ++j) row = row * 0x9E3779B97F4A7C15ull + bag_[j];
    rows_.push_back(row);
  }
  std::sort(bag_.begin(), bag_.end());
  std::sort(rows_.begin(), rows_.end());
}

bool Wording::is_long_enough() const { return words_ >= kFewestWords && !rows_.empty(); }

bool Wording::is_same_as(const Wording& other) const {
  if (!is_long_enough() || !other.is_long_enough()) return false;
  const double both = shared(rows_, other.rows_);
  const size_t shorter = std::min(rows_.size(), other.rows_.size());
  const size_t longer = std::max(rows_.size(), other.rows_.size());
  return both >= kSameRows * static_cast<double>(longer) ||
         both >= kRowsWithin * static_cast<double>(shorter);
}

bool Wording::may_be_same_as(const Wording& other) const {
  const size_t shorter = std::min(bag_.size(), other.bag_.size());
  return shorter >= kFewestInBag &&
         shared(bag_, other.bag_) >= kSameBag * static_cast<double>(shorter);
}

}  // namespace synoptic::compare
