#include "group/splitting.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "group/bounds.h"

namespace synoptic::group {
namespace {

double mean_within(const Scores& scores, const std::vector<size_t>& articles) {
  double sum = 0;
  for (size_t i = 0; i < articles.size(); ++i) {
    for (size_t j = 0; j < i; ++j) sum += scores.of(articles[i], articles[j]);
  }
  const auto count = static_cast<double>(articles.size());
  return sum / (count * (count - 1) / 2);
}

double mean_across(const Scores& scores, const Halves& halves) {
  double sum = 0;
  for (const size_t i : halves.first) {
    for (const size_t j : halves.second) sum += scores.of(i, j);
  }
  return sum / static_cast<double>(halves.first.size() * halves.second.size());
}

// How much of each half is in languages of the other.
double shared_languages(const Scores& scores, const Halves& halves) {
  std::map<std::string_view, std::pair<double, double>> shares;
  const auto a = static_cast<double>(halves.first.size());
  const auto b = static_cast<double>(halves.second.size());
  for (const size_t i : halves.first) shares[scores.language(i)].first += 1 / a;
  for (const size_t i : halves.second) shares[scores.language(i)].second += 1 / b;
  double shared = 0;
  for (const auto& [language, share] : shares) shared += std::min(share.first, share.second);
  return shared;
}

// Parts of the articles, with the mean score of each two.
class Parts {
 public:
  explicit Parts(const Scores& scores) : count_(scores.count()), means_(count_ * count_) {
    for (size_t i = 0; i < count_; ++i) {
      parts_.push_back({i});
      for (size_t j = 0; j < count_; ++j) mean(i, j) = scores.of(i, j);
    }
  }

  // The nearest two; the first of those that are as near.
  std::pair<size_t, size_t> nearest() const {
    std::pair<size_t, size_t> best{0, 0};
    for (size_t i = 0; i < count_; ++i) {
      for (size_t j = i + 1; j < count_; ++j) {
        if (parts_[i].empty() || parts_[j].empty()) continue;
        if (best.second == 0 || mean(i, j) > mean(best.first, best.second)) best = {i, j};
      }
    }
    return best;
  }

  void join(size_t into, size_t from) {
    const auto a = static_cast<double>(parts_[into].size());
    const auto b = static_cast<double>(parts_[from].size());
    for (size_t k = 0; k < count_; ++k) {
      mean(into, k) = mean(k, into) = (a * mean(into, k) + b * mean(from, k)) / (a + b);
    }
    parts_[into].insert(parts_[into].end(), parts_[from].begin(), parts_[from].end());
    parts_[from].clear();
  }

  // Those that are left, each rising.
  std::vector<std::vector<size_t>> take() {
    std::vector<std::vector<size_t>> out;
    for (auto& part : parts_) {
      std::sort(part.begin(), part.end());
      if (!part.empty()) out.push_back(std::move(part));
    }
    return out;
  }

 private:
  double& mean(size_t i, size_t j) { return means_[i * count_ + j]; }
  double mean(size_t i, size_t j) const { return means_[i * count_ + j]; }

  size_t count_;
  std::vector<double> means_;
  std::vector<std::vector<size_t>> parts_;
};

}  // namespace

Halves halves_of(const Scores& scores) {
  Parts parts(scores);
  for (size_t left = scores.count(); left > 2; --left) {
    const auto [into, from] = parts.nearest();
    parts.join(into, from);
  }
  auto halves = parts.take();
  return {std::move(halves[0]), std::move(halves[1])};
}

bool are_two(const Scores& scores, const Halves& halves, const Model& model) {
  const size_t least = std::min(halves.first.size(), halves.second.size());
  if (least < 2) return false;
  if (shared_languages(scores, halves) < kSharedLanguages) return false;
  const double across = mean_across(scores, halves);
  if (across > model.split_below) return false;
  const double within =
      (mean_within(scores, halves.first) + mean_within(scores, halves.second)) / 2;
  return within - across >= (least < kLeastHalf ? kGapOfTwo : model.split_gap);
}

bool is_time_to_split(size_t before, size_t now) {
  return now <= kSplitAt.back() && std::any_of(kSplitAt.begin(), kSplitAt.end(), [&](size_t size) {
           return before < size && size <= now;
         });
}

}  // namespace synoptic::group
