#include "group/similarity.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "group/score.h"

namespace synoptic::group {
namespace {

constexpr double kMinutesPerDay = 24 * 60;

struct Sums {
  std::array<double, 9> shared{};
  double words_a = 0, words_b = 0, words_both = 0;
  double parties_a = 0, parties_b = 0, parties_both = 0;

  double& of(FeatureKind kind) { return shared[static_cast<size_t>(kind)]; }
  double of(FeatureKind kind) const { return shared[static_cast<size_t>(kind)]; }
};

bool is_party(FeatureKind kind) {
  return kind == FeatureKind::kEntity || kind == FeatureKind::kCountry;
}

void count_one(const Feature& feature, double weight, double& words, double& parties) {
  if (feature.kind == FeatureKind::kWord) words += weight * weight;
  if (is_party(feature.kind)) parties += weight * weight;
}

Sums sum_up(const Fingerprint& a, const Fingerprint& b, const Rarity& rarity) {
  Sums sums;
  size_t i = 0, j = 0;
  while (i < a.features.size() || j < b.features.size()) {
    const bool take_a =
        j == b.features.size() || (i < a.features.size() && a.features[i].key <= b.features[j].key);
    const bool take_b =
        i == a.features.size() || (j < b.features.size() && b.features[j].key <= a.features[i].key);
    const Feature& feature = take_a ? a.features[i] : b.features[j];
    const double rare = rarity.of(feature);
    const double weight_a = take_a ? a.features[i].weight * rare : 0;
    const double weight_b = take_b ? b.features[j].weight * rare : 0;
    if (take_a) count_one(feature, weight_a, sums.words_a, sums.parties_a);
    if (take_b) count_one(feature, weight_b, sums.words_b, sums.parties_b);
    if (take_a && take_b) {
      const double both = std::sqrt(weight_a * weight_b);
      sums.of(feature.kind) += both;
      if (feature.kind == FeatureKind::kWord) sums.words_both += weight_a * weight_b;
      if (is_party(feature.kind)) sums.parties_both += weight_a * weight_b;
    }
    i += take_a ? 1 : 0;
    j += take_b ? 1 : 0;
  }
  return sums;
}

double cosine(double both, double a, double b) {
  return a > 0 && b > 0 ? both / std::sqrt(a * b) : 0;
}

bool share_any(const Keys& a, const Keys& b) {
  size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

bool exclude(const Keys& a, const Keys& b) { return !a.empty() && !b.empty() && !share_any(a, b); }

bool days_apart(const std::vector<int64_t>& a, const std::vector<int64_t>& b) {
  if (a.empty() || b.empty()) return false;
  int64_t nearest = std::numeric_limits<int64_t>::max();
  for (const int64_t x : a) {
    for (const int64_t y : b) nearest = std::min(nearest, std::abs(x - y));
  }
  return nearest > kDaySlack;
}

// Classes that both count and never count alike.
double other_figures(const Fingerprint& a, const Fingerprint& b) {
  double against = 0;
  size_t i = 0, j = 0;
  while (i < a.figures.size() && j < b.figures.size()) {
    const uint64_t key = a.figures[i].first;
    if (key != b.figures[j].first) {
      key < b.figures[j].first ? ++i : ++j;
      continue;
    }
    bool same = false;
    const size_t first = j;
    for (; i < a.figures.size() && a.figures[i].first == key; ++i) {
      for (j = first; j < b.figures.size() && b.figures[j].first == key; ++j) {
        same |= a.figures[i].second == b.figures[j].second;
      }
    }
    if (!same) against += kOtherFigure;
  }
  return std::min(against, kMaxOtherFigures);
}

double nearness(const Fingerprint& a, const Fingerprint& b) {
  if (!a.minutes || !b.minutes) return kUndated;
  const double days = std::abs(static_cast<double>(*a.minutes - *b.minutes)) / kMinutesPerDay;
  if (days <= kFreshDays) return 1.0;
  const double late = (days - kFreshDays) / kFadeDays;
  return 1.0 / (1.0 + late * late);
}

}  // namespace

double Rarity::of(const Feature& feature) const {
  const auto found = articles_with.find(feature.key);
  const double with = found == articles_with.end() ? 0 : found->second;
  const double all = articles + kPrior;
  const double rare = std::log(all / (with + 1.0)) / std::log(all);
  // A country in all the news still has to be the same country.
  return std::clamp(rare, feature.kind == FeatureKind::kCountry ? kCountryFloor : 0.05, 1.0);
}

Similarity similarity(const Fingerprint& a, const Fingerprint& b, const Rarity& rarity) {
  const Sums sums = sum_up(a, b, rarity);
  const double parties = sums.of(FeatureKind::kEntity) + sums.of(FeatureKind::kCountry);
  const double cover = cosine(sums.parties_both, sums.parties_a, sums.parties_b);
  const double words = cosine(sums.words_both, sums.words_a, sums.words_b);
  Similarity out;
  out.shared = parties * (0.5 + cover) + sums.of(FeatureKind::kName) + sums.of(FeatureKind::kDeed) +
               std::min(kMaxFigures, sums.of(FeatureKind::kFigure)) +
               std::min(kMaxTopics, sums.of(FeatureKind::kTopic)) + kLexical * words +
               std::min(kMaxTokens, sums.of(FeatureKind::kToken));
  out.deeds = sums.of(FeatureKind::kDeed);
  if (exclude(a.places, b.places)) out.conflict += kOtherPlaces;
  if (exclude(a.countries, b.countries)) out.conflict += kOtherCountries;
  if (days_apart(a.days, b.days)) out.conflict += kOtherDays;
  out.conflict += other_figures(a, b);
  out.shared *= nearness(a, b);
  out.score = out.shared - out.conflict;
  return out;
}

double copied_share(const Fingerprint& a, const Fingerprint& b) {
  if (a.lang != b.lang || a.phrases.empty() || b.phrases.empty()) return 0;
  // Where a list was cut at kMaxPhrases, only hashes below its last one can be compared.
  uint64_t limit = std::numeric_limits<uint64_t>::max();
  if (a.phrases.size() == kMaxPhrases) limit = std::min(limit, a.phrases.back());
  if (b.phrases.size() == kMaxPhrases) limit = std::min(limit, b.phrases.back());
  size_t i = 0, j = 0, both = 0, in_a = 0, in_b = 0;
  while (i < a.phrases.size() && a.phrases[i] <= limit) ++i, ++in_a;
  while (j < b.phrases.size() && b.phrases[j] <= limit) ++j, ++in_b;
  for (i = 0, j = 0; i < in_a && j < in_b;) {
    if (a.phrases[i] == b.phrases[j]) {
      ++both, ++i, ++j;
    } else {
      a.phrases[i] < b.phrases[j] ? ++i : ++j;
    }
  }
  const size_t shorter = std::min(in_a, in_b);
  if (both < std::min(kCopyPhrases, std::max<size_t>(shorter, 1))) return 0;
  return shorter == 0 ? 0 : static_cast<double>(both) / static_cast<double>(shorter);
}

bool is_copy(const Fingerprint& a, const Fingerprint& b) {
  if (a.minutes && b.minutes &&
      std::abs(static_cast<double>(*a.minutes - *b.minutes)) > kCopyWindowDays * kMinutesPerDay) {
    return false;
  }
  return copied_share(a, b) >= kCopyShare;
}

}  // namespace synoptic::group
