#include "group/window.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "group/bounds.h"

namespace synoptic::group {
namespace {

constexpr int32_t kNoHours = std::numeric_limits<int32_t>::min();

// Terms and features have their keys from different hashes; the salt keeps them apart.
uint32_t term_key(uint32_t term) { return term ^ 0x5bd1e995U; }

int32_t hours_of(const Fingerprint& article) {
  const auto minutes = article.minutes();
  return minutes ? static_cast<int32_t>(
                       std::clamp<int64_t>(*minutes / 60, -1'000'000'000, 1'000'000'000))
                 : kNoHours;
}

}  // namespace

Window::Window() : phrases_(static_cast<uint32_t>(kMaxSamePhrase)) {}

double Window::rarity(uint32_t key, double prior) const {
  const double all = counted_ + prior;
  return std::log(all / (postings_.articles_with(key) + 1.0)) / std::log(all);
}

void Window::weigh(Draft& draft) const {
  for (auto& feature : draft.features) {
    // A country in all the news still has to be the same country.
    const double floor = feature.kind == FeatureKind::kCountry ? kCountryFloor : 0.05;
    feature.weight *= static_cast<float>(std::clamp(rarity(feature.key, kPrior), floor, 1.0));
  }
  for (auto& term : draft.terms) {
    const auto rare =
        static_cast<float>(std::clamp(rarity(term_key(term.term), kTermPrior), kTermFloor, 1.0));
    term.title *= rare;
    term.lead *= rare;
    term.all *= rare;
  }
}

// What an article is found by, with its weight.
template <typename Visit>
void Window::each_key(const Fingerprint& article, const Visit& visit) {
  for (const auto& feature : article.features()) {
    if (feature.kind == FeatureKind::kTopic) continue;
    const float damp = feature.kind == FeatureKind::kWord ? 0.15F : 1.0F;
    visit(feature.key, feature.weight() * damp);
  }
  std::vector<std::pair<int, uint32_t>> ranked;  // heaviest first
  for (const auto& term : article.terms()) {
    ranked.emplace_back(-(term.all + term.lead + term.title), term.term);
  }
  const size_t kept = std::min(kIndexedTerms, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept),
                    ranked.end());
  for (size_t i = 0; i < kept; ++i) {
    const float share = static_cast<float>(-ranked[i].first) / 255.0F;
    visit(term_key(ranked[i].second), 0.5F * share * share);
  }
}

void Window::index(const Fingerprint& article, uint32_t number, bool fresh) {
  const auto phrases = article.phrases();
  for (size_t i = 0; i < std::min(kIndexedPhrases, phrases.size()); ++i) {
    phrases_.add(phrases[i], number);
  }
  if (!fresh) return;
  ++counted_;
  for (const auto& feature : article.features()) postings_.count(feature.key);
  for (const auto& term : article.terms()) postings_.count(term_key(term.term));
  each_key(article, [&](uint32_t key, float) { postings_.add(key, number); });
}

void Window::enter(Fingerprint fingerprint, bool fresh) {
  index(fingerprint, end(), fresh);
  marks_.push_back({0, hours_of(fingerprint)});
  fresh_.push_back(fresh);
  articles_.push_back(std::move(fingerprint));
}

void Window::drop_before(uint32_t first) {
  if (first <= first_) return;
  const auto count =
      static_cast<std::ptrdiff_t>(std::min<size_t>(first - first_, articles_.size()));
  articles_.erase(articles_.begin(), articles_.begin() + count);
  marks_.erase(marks_.begin(), marks_.begin() + count);
  fresh_.erase(fresh_.begin(), fresh_.begin() + count);
  first_ = first;
  counted_ = 0;
  postings_.clear();
  phrases_.clear();
  for (size_t i = 0; i < articles_.size(); ++i) {
    index(articles_[i], first_ + static_cast<uint32_t>(i), fresh_[i]);
  }
}

std::vector<Candidate> Window::candidates(const Fingerprint& article, size_t most) const {
  const int32_t hours = hours_of(article);
  each_key(article, [&](uint32_t key, float weight) {
    postings_.each(key, [&](uint32_t other) { note(other - first_, weight, hours); });
  });
  std::vector<Candidate> out;
  out.reserve(touched_.size());
  for (const uint32_t other : touched_) {
    out.push_back({first_ + other, marks_[other].weight});
    marks_[other].weight = 0;
  }
  touched_.clear();
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

void Window::note(uint32_t other, float weight, int32_t hours) const {
  Mark& mark = marks_[other];
  if (hours != kNoHours && mark.hours != kNoHours &&
      std::abs(static_cast<int64_t>(hours) - mark.hours) > 24 * kWindowDays) {
    weight *= 0.5F;  // one of the dates may be wrong
  }
  if (mark.weight == 0) touched_.push_back(other);
  mark.weight += std::max(weight, 1e-6F);
}

Window::Copies Window::copies_of(const Fingerprint& article) const {
  std::vector<uint32_t> found;
  for (const uint32_t phrase : article.phrases()) {
    phrases_.each(phrase, [&](uint32_t other) { found.push_back(other); });
  }
  std::sort(found.begin(), found.end());
  std::vector<std::pair<size_t, uint32_t>> ranked;  // most shared phrases first
  for (size_t i = 0; i < found.size();) {
    size_t end = i;
    while (end < found.size() && found[end] == found[i]) ++end;
    ranked.emplace_back(found.size() - (end - i), found[i]);
    i = end;
  }
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kMaxCopyCandidates) ranked.resize(kMaxCopyCandidates);
  Copies out;
  for (const auto& [rank, other] : ranked) {
    if (!is_copy(article, at(other))) continue;
    out.articles.push_back(other);
    out.same |= overlap(article, at(other)).jaccard >= kSameText;
  }
  std::sort(out.articles.begin(), out.articles.end());
  return out;
}

}  // namespace synoptic::group
