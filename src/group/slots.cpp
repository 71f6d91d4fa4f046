#include "group/slots.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/hash.h"
#include "group/bounds.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::group {
namespace {

constexpr size_t kMostTitleWords = 64;
constexpr double kOneForm = 1.0 / 3;  // of the words of the longer title
// Of the weight of a title: what stands nowhere in the other text. A corrected figure has less.
constexpr float kOtherFilling = 0.2F;
constexpr float kOtherFillingOfOneName = 0.25F;
constexpr float kOtherFillingOfOneDay = 0.3F;  // figures alone
constexpr float kSomething = 0.05F;
constexpr uint32_t kFigures = 2, kAllFigures = 3;
constexpr int64_t kNextIssue = 19 * 60;  // minutes between two of a series that comes daily

// What one of two texts has for itself.
struct Filling {
  float title = 0;  // share of its title's weight that stands in its own opening, and there alone
  uint32_t names = 0, figures = 0, shared_figures = 0;
};

bool has(std::span<const uint32_t> sorted, uint32_t key) {
  return std::binary_search(sorted.begin(), sorted.end(), key);
}

Filling filling_of(const Fingerprint::Lists& of, const Fingerprint::Lists& other) {
  Filling out;
  uint32_t all = 0, own = 0;
  for (size_t i = 0; i < of.terms.size(); ++i) {
    all += of.in_title[i];
    if (of.in_lead[i] > 0 && !has(other.terms, of.terms[i])) own += of.in_title[i];
  }
  if (all > 0) out.title = static_cast<float>(own) / static_cast<float>(all);
  for (const auto list : {of.places, of.countries, of.actors, of.strangers}) {
    for (const uint32_t key : list) out.names += has(other.feature_keys, key) ? 0U : 1U;
  }
  for (size_t i = 0; i < of.feature_keys.size(); ++i) {
    if (Fingerprint::kind_of(of.feature_values[i]) != FeatureKind::kFigure) continue;
    ++(has(other.feature_keys, of.feature_keys[i]) ? out.shared_figures : out.figures);
  }
  return out;
}

// Without numbers, which are slots.
std::vector<uint64_t> words_of(std::string_view title) {
  const std::string folded = text::fold_copy(title);
  std::vector<uint64_t> out;
  for (const auto& word : text::words(folded)) {
    if (out.size() == kMostTitleWords) break;
    const auto form = word.range.of(folded);
    if (text::is_digit(text::decode(form, 0).value)) continue;
    out.push_back(fnv1a(form));
  }
  return out;
}

// The same words in the same order, with others between them.
bool are_of_one_form(std::string_view a, std::string_view b) {
  const auto left = words_of(a), right = words_of(b);
  std::vector<size_t> row(right.size() + 1, 0);  // longest common subsequence so far
  for (const uint64_t word : left) {
    size_t before = 0;
    for (size_t j = 0; j < right.size(); ++j) {
      const size_t above = row[j + 1];
      row[j + 1] = word == right[j] ? before + 1 : std::max(above, row[j]);
      before = above;
    }
  }
  const auto longer = static_cast<double>(std::max(left.size(), right.size()));
  return row.back() > 0 && static_cast<double>(row.back()) >= kOneForm * longer;
}

bool are_of_two_days(const Fingerprint& a, const Fingerprint& b) {
  const auto left = a.minutes(), right = b.minutes();
  return left && right && std::abs(*left - *right) >= kNextIssue;
}

}  // namespace

bool are_filled_otherwise(const Fingerprint& a, const Fingerprint& b) {
  const auto of_a = a.lists(), of_b = b.lists();
  const Filling left = filling_of(of_a, of_b), right = filling_of(of_b, of_a);
  const float title = std::min(left.title, right.title);
  const uint32_t names = std::min(left.names, right.names);
  const uint32_t figures = std::min(left.figures, right.figures);
  const bool two_days = are_of_two_days(a, b);
  const bool other_names =
      names > 0 && title >= (names > 1 ? kOtherFilling : kOtherFillingOfOneName);
  const bool other_figures =
      figures >= kFigures && title >= (two_days ? kOtherFilling : kOtherFillingOfOneDay);
  const bool of_series =
      two_days && figures >= kAllFigures && left.shared_figures == 0 && title > kSomething;
  return (other_names || other_figures || of_series) && are_of_one_form(a.title(), b.title());
}

bool is_of_another_event(const Pair& pair) {
  const float other = pair[Evidence::kOtherPlaces] + pair[Evidence::kOtherCountries] +
                      pair[Evidence::kOtherStrangers];
  return pair[Evidence::kOtherDays] > 0 && other > 0;
}

bool is_of_lines_alone(const Pair& pair) {
  return pair[Evidence::kTitle] + pair[Evidence::kStrangeTitle] + pair[Evidence::kTitleInText] +
             pair[Evidence::kEntities] + pair[Evidence::kNames] + pair[Evidence::kDeeds] +
             pair[Evidence::kFigures] <=
         0;
}

}  // namespace synoptic::group
