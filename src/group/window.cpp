#include "group/window.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "group/bounds.h"

namespace synoptic::group {
namespace {

constexpr int32_t kNoHours = std::numeric_limits<int32_t>::min();
constexpr size_t kLine = 64 / sizeof(uint32_t);  // numbers in a line of a cache

// Terms and features have their keys from different hashes; the salt keeps them apart.
uint32_t term_key(uint32_t term) { return term ^ 0x5bd1e995U; }

int32_t hours_of(const Fingerprint& article) {
  const auto minutes = article.minutes();
  return minutes ? static_cast<int32_t>(
                       std::clamp<int64_t>(*minutes / 60, -1'000'000'000, 1'000'000'000))
                 : kNoHours;
}

}  // namespace

Window::Window() = default;

void Window::weigh(Draft& draft) const {
  for (const auto& feature : draft.features) postings_.soon(feature.key);
  for (const auto& term : draft.terms) postings_.soon(term_key(term.term));
  const auto rarity = [&](uint32_t key, double all, double log_of_all) {
    return std::log(all / (postings_.articles_with(key) + 1.0)) / log_of_all;
  };
  const double all = counted_ + kPrior, log_of_all = std::log(all);
  for (auto& feature : draft.features) {
    // A country in all the news still has to be the same country.
    const double floor = feature.kind == FeatureKind::kCountry ? kCountryFloor : 0.05;
    feature.weight *=
        static_cast<float>(std::clamp(rarity(feature.key, all, log_of_all), floor, 1.0));
  }
  const double all_terms = counted_ + kTermPrior, log_of_terms = std::log(all_terms);
  for (auto& term : draft.terms) {
    const auto rare = static_cast<float>(
        std::clamp(rarity(term_key(term.term), all_terms, log_of_terms), kTermFloor, 1.0));
    term.title *= rare;
    term.lead *= rare;
    term.all *= rare;
  }
}

// What an article is found by, with its weight.
template <typename Visit>
void Window::each_key(const Fingerprint& article, const Visit& visit) {
  const auto keys = article.feature_keys();
  const bool has_terms = article.terms().size() >= kIndexedTerms;
  for (size_t i = 0; i < keys.size(); ++i) {
    const Feature feature = article.feature(i);
    if (feature.kind == FeatureKind::kTopic) continue;
    if (feature.kind == FeatureKind::kWord && has_terms) continue;  // its terms say the same
    const float damp = feature.kind == FeatureKind::kWord ? 0.15F : 1.0F;
    visit(feature.key, feature.weight * damp);
  }
  const auto terms = article.terms();
  std::array<std::pair<int, uint32_t>, kMaxTerms> ranked;  // heaviest first
  const auto count = static_cast<std::ptrdiff_t>(std::min(terms.size(), ranked.size()));
  for (std::ptrdiff_t i = 0; i < count; ++i) {
    const auto at = static_cast<size_t>(i);
    const int weight = article.in_all()[at] + article.in_lead()[at] + article.in_title()[at];
    ranked[at] = {-weight, terms[at]};
  }
  const auto kept = std::min<std::ptrdiff_t>(kIndexedTerms, count);
  std::partial_sort(ranked.begin(), ranked.begin() + kept, ranked.begin() + count);
  for (auto at = ranked.begin(); at != ranked.begin() + kept; ++at) {
    const float share = static_cast<float>(-at->first) / 255.0F;
    visit(term_key(at->second), 0.5F * share * share);
  }
}

void Window::enter(Fingerprint article, bool fresh) {
  const uint32_t number = end();
  for (const uint32_t phrase : article.indexed_phrases()) phrases_.add(phrase, number);
  if (fresh) {
    ++counted_;
    for (const uint32_t key : article.feature_keys()) postings_.count(key);
    for (const uint32_t term : article.terms()) postings_.count(term_key(term));
    each_key(article, [&](uint32_t key, float) { postings_.add(key, number); });
  }
  founds_.push_back({0, hours_of(article)});
  fresh_.push_back(fresh);
  articles_.push_back(std::move(article));
}

// All that is known by the article's keys is on the way from memory.
void Window::fetch_keys(const Fingerprint& article) const {
  for (const uint32_t phrase : article.indexed_phrases()) phrases_.soon(phrase);
  for (const uint32_t key : article.feature_keys()) postings_.soon(key);
  for (const uint32_t term : article.terms()) postings_.soon(term_key(term));
}

void Window::drop_before(uint32_t first) {
  if (first <= first_) return;
  const auto count = std::min<size_t>(first - first_, articles_.size());
  for (size_t i = 0; i < count; ++i) {
    const Fingerprint& article = articles_[i];
    const uint32_t number = first_ + static_cast<uint32_t>(i);
    if (i + 2 < count) soon(number + 2);
    if (i + 1 < count) fetch_keys(articles_[i + 1]);
    for (const uint32_t phrase : article.indexed_phrases()) phrases_.remove(phrase, number);
    if (!fresh_[i]) continue;
    --counted_;
    each_key(article, [&](uint32_t key, float) { postings_.remove(key, number); });
    for (const uint32_t key : article.feature_keys()) postings_.discount(key);
    for (const uint32_t term : article.terms()) postings_.discount(term_key(term));
  }
  const auto gone = static_cast<std::ptrdiff_t>(count);
  articles_.erase(articles_.begin(), articles_.begin() + gone);
  founds_.erase(founds_.begin(), founds_.begin() + gone);
  fresh_.erase(fresh_.begin(), fresh_.begin() + gone);
  first_ = first;
}

// The heaviest keys first: who shares only the lightest of them is far behind the best.
Window::Gathered Window::gather(const Fingerprint& article) const {
  struct Key {
    uint32_t key;
    float weight;
    std::span<const uint32_t> articles;
  };
  std::array<Key, kMaxFeatures + kIndexedTerms> keys;
  size_t count = 0;
  each_key(article, [&](uint32_t key, float weight) {
    if (count == keys.size()) return;
    keys[count++] = {key, weight, {}};
    postings_.soon(key);
  });
  float rest = 0;
  for (size_t i = 0; i < count; ++i) {
    keys[i].articles = postings_.articles_of(keys[i].key);
    const auto list = keys[i].articles;
    for (size_t at = 0; at < list.size(); at += kLine) __builtin_prefetch(&list[at]);
    rest += keys[i].weight;
  }
  std::sort(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count),
            [](const Key& a, const Key& b) {
              return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
            });
  if (touched_.size() <= articles_.size()) touched_.resize(articles_.size() + 4096);
  size_t touched = 0;
  float best = 0;
  for (size_t i = 0; i < count; ++i) {
    const float weight = std::max(keys[i].weight, 1e-6F);
    const bool late = rest < kLateShare * best;
    if (i + 1 < count) {
      for (const uint32_t number : keys[i + 1].articles)
        __builtin_prefetch(&founds_[number - first_]);
    }
    for (const uint32_t number : keys[i].articles) {  // hardly a branch: thousands are looked at
      const uint32_t other = number - first_;
      float& mark = founds_[other].mark;
      touched_[touched] = other;
      touched += mark == 0 && !late ? 1U : 0U;
      mark += mark == 0 && late ? 0.0F : weight;
      best = std::max(best, mark);
    }
    rest -= keys[i].weight;
  }
  return {touched, best};
}

std::vector<Candidate> Window::candidates(const Fingerprint& article, size_t most) const {
  const auto [touched, best] = gather(article);
  const float least = kLateShare * best;
  const int32_t hours = hours_of(article);
  std::vector<Candidate> out;
  out.reserve(touched);
  for (size_t i = 0; i < touched; ++i) {
    const uint32_t other = touched_[i];
    float weight = std::exchange(founds_[other].mark, 0.0F);
    if (weight < least) continue;
    const int32_t its_hours = founds_[other].hours;
    if (hours != kNoHours && its_hours != kNoHours &&
        std::abs(static_cast<int64_t>(hours) - its_hours) > 24 * kWindowDays) {
      weight *= 0.5F;  // one of the dates may be wrong
    }
    out.push_back({first_ + other, weight});
  }
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.article > b.article;
  };
  if (most < out.size()) {
    std::nth_element(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(most), out.end(),
                     better);
    out.resize(most);
  }
  std::sort(out.begin(), out.end(), better);
  return out;
}

Window::Copies Window::copies_of(const Fingerprint& article, const Keys& phrases) const {
  found_.clear();
  phrases_.each(phrases, [&](uint32_t other) { found_.push_back(other); });
  std::sort(found_.begin(), found_.end());
  std::vector<std::pair<size_t, uint32_t>> ranked;  // most shared phrases first
  for (size_t i = 0; i < found_.size();) {
    size_t end = i;
    while (end < found_.size() && found_[end] == found_[i]) ++end;
    ranked.emplace_back(found_.size() - (end - i), found_[i]);
    i = end;
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMaxCopyCandidates) ranked.resize(kMaxCopyCandidates);
  Copies out;
  for (const auto& [rank, other] : ranked) {
    const Overlap shared = overlap(article, phrases, at(other));
    if (!is_copy(article, at(other), shared)) continue;
    out.articles.push_back(other);
    out.same |= shared.jaccard >= kSameText;
  }
  std::sort(out.articles.begin(), out.articles.end());
  return out;
}

}  // namespace synoptic::group
