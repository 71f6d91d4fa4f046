#include "tagger/word_kinds.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace synoptic::tools {
namespace {

// x log x for whole numbers.
class Entropy {
 public:
  Entropy() : table_(size_t{1} << 16) {
    for (size_t i = 1; i < table_.size(); ++i) table_[i] = value(static_cast<double>(i));
  }
  double of(int64_t count) const {
    return count < static_cast<int64_t>(table_.size()) ? table_[static_cast<size_t>(count)]
                                                       : value(static_cast<double>(count));
  }

 private:
  static double value(double x) { return x * std::log(x); }
  std::vector<double> table_;
};

using Counts = std::vector<std::pair<uint32_t, uint32_t>>;  // another word or kind, how often

std::vector<Counts> count_pairs(std::vector<std::pair<uint32_t, uint32_t>> pairs, uint32_t words) {
  std::sort(pairs.begin(), pairs.end());
  std::vector<Counts> counts(words);
  for (size_t i = 0; i < pairs.size();) {
    size_t end = i;
    while (end < pairs.size() && pairs[end] == pairs[i]) ++end;
    counts[pairs[i].first].emplace_back(pairs[i].second, static_cast<uint32_t>(end - i));
    i = end;
  }
  return counts;
}

class Exchange {
 public:
  Exchange(const std::vector<uint32_t>& text, uint32_t fixed, uint32_t words, uint32_t kinds)
      : fixed_(fixed), kinds_(fixed + kinds), of_(words), totals_(words) {
    std::vector<std::pair<uint32_t, uint32_t>> forward, backward;
    for (size_t i = 0; i < text.size(); ++i) {
      ++totals_[text[i]];
      if (i == 0 || text[i - 1] == text[i]) continue;  // a word beside itself tells nothing
      forward.emplace_back(text[i - 1], text[i]);
      backward.emplace_back(text[i], text[i - 1]);
    }
    behind_ = count_pairs(std::move(forward), words);
    before_ = count_pairs(std::move(backward), words);
    for (uint32_t word = 0; word < words; ++word) {
      if (word >= fixed) order_.push_back(word);
    }
    std::stable_sort(order_.begin(), order_.end(),
                     [&](uint32_t a, uint32_t b) { return totals_[a] > totals_[b]; });
    for (uint32_t word = 0; word < fixed; ++word) of_[word] = static_cast<uint16_t>(word);
    for (size_t i = 0; i < order_.size(); ++i) {
      of_[order_[i]] = static_cast<uint16_t>(fixed + i % kinds);
    }
    pairs_.assign(size_t{kinds_} * kinds_, 0);
    sizes_.assign(kinds_, 0);
    for (uint32_t word = 0; word < words; ++word) {
      sizes_[of_[word]] += totals_[word];
      for (const auto& [other, count] : behind_[word]) pair(of_[word], of_[other]) += count;
    }
  }

  size_t round() {
    size_t moved = 0;
    for (const uint32_t word : order_) {
      const Counts behind = by_kind(behind_[word]), before = by_kind(before_[word]);
      const uint16_t own = of_[word];
      move(own, behind, before, totals_[word], -1);
      uint16_t best = own;
      double most = gain(own, behind, before, totals_[word]);
      for (uint32_t kind = fixed_; kind < kinds_; ++kind) {
        const double value = gain(kind, behind, before, totals_[word]);
        if (value <= most + 1e-9) continue;
        most = value;
        best = static_cast<uint16_t>(kind);
      }
      move(best, behind, before, totals_[word], 1);
      moved += best != own;
      of_[word] = best;
    }
    return moved;
  }

  const std::vector<uint16_t>& kinds() const { return of_; }

 private:
  int64_t& pair(uint32_t first, uint32_t second) { return pairs_[size_t{first} * kinds_ + second]; }
  int64_t pair(uint32_t first, uint32_t second) const {
    return pairs_[size_t{first} * kinds_ + second];
  }

  Counts by_kind(const Counts& words) {
    Counts kinds;
    sums_.resize(kinds_);
    for (const auto& [word, count] : words) sums_[of_[word]] += count;
    for (const auto& [word, count] : words) {
      uint32_t& sum = sums_[of_[word]];
      if (sum != 0) kinds.emplace_back(of_[word], sum);
      sum = 0;
    }
    return kinds;
  }

  void move(uint32_t kind, const Counts& behind, const Counts& before, uint32_t total, int sign) {
    for (const auto& [other, count] : behind) pair(kind, other) += sign * int64_t{count};
    for (const auto& [other, count] : before) pair(other, kind) += sign * int64_t{count};
    sizes_[kind] += sign * int64_t{total};
  }

  double gain(uint32_t kind, const Counts& behind, const Counts& before, uint32_t total) const {
    double sum = 2 * (entropy_.of(sizes_[kind]) - entropy_.of(sizes_[kind] + total));
    for (const auto& [other, count] : behind) {
      const int64_t known = pair(kind, other);
      sum += entropy_.of(known + count) - entropy_.of(known);
    }
    for (const auto& [other, count] : before) {
      const int64_t known = pair(other, kind);
      sum += entropy_.of(known + count) - entropy_.of(known);
    }
    return sum;
  }

  const uint32_t fixed_, kinds_;
  std::vector<uint16_t> of_;
  std::vector<uint32_t> totals_, order_, sums_;
  std::vector<Counts> behind_, before_;
  std::vector<int64_t> pairs_, sizes_;
  Entropy entropy_;
};

}  // namespace

std::vector<uint16_t> learn_word_kinds(const std::vector<uint32_t>& text, uint32_t fixed,
                                       uint32_t words, uint32_t kinds, int rounds) {
  Exchange exchange(text, fixed, words, kinds);
  for (int i = 0; i < rounds; ++i) {
    if (exchange.round() == 0) break;
  }
  return exchange.kinds();
}

}  // namespace synoptic::tools
