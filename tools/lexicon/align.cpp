#include "lexicon/align.h"

#include <algorithm>
#include <cmath>

namespace synoptic::lexicon {
namespace {

constexpr float kNull = 0.2F;       // how readily a word is left unaligned, times its frequency
constexpr float kRareShare = 0.5F;  // occurrences added to every count: rare features are doubtful
constexpr float kLeastShare = 0.004F;

class Aligner {
 public:
  explicit Aligner(const Bitext& bitext) : text_(bitext) {
    count();
    collect_pairs();
  }

  Alignment run(int rounds) {
    forward_.assign(pair_target_.size(), 0);
    backward_.assign(pair_target_.size(), 0);
    for (uint32_t f = 0; f < text_.feature_count; ++f) {
      for (uint32_t p = pair_at_[f]; p < pair_at_[f + 1]; ++p) {
        forward_[p] = backward_[p] = 1.0F;
      }
    }
    normalise();
    for (int round = 0; round < rounds; ++round) step(round + 1 == rounds);
    return result();
  }

 private:
  void count() {
    feature_counts_.assign(text_.feature_count, 0);
    target_counts_.assign(text_.target_count, 0);
    for (size_t s = 0; s < text_.size(); ++s) {
      for (uint32_t i = text_.feature_at[s]; i < text_.feature_at[s + 1]; ++i) {
        feature_counts_[text_.features[i]] += text_.weights[s];
        feature_total_ += text_.weights[s];
      }
      for (uint32_t i = text_.target_at[s]; i < text_.target_at[s + 1]; ++i) {
        target_counts_[text_.targets[i]] += text_.weights[s];
        target_total_ += text_.weights[s];
      }
    }
  }

  // For each feature the targets of its sentences, sorted. A frequent feature keeps those it met
  // more than once.
  void collect_pairs() {
    std::vector<uint32_t> at(text_.feature_count + 1, 0);
    for (const uint32_t f : text_.features) ++at[f + 1];
    for (size_t f = 0; f < text_.feature_count; ++f) at[f + 1] += at[f];
    std::vector<uint32_t> sentence(text_.features.size());
    std::vector<uint32_t> next(at.begin(), at.end() - 1);
    for (uint32_t s = 0; s < text_.size(); ++s) {
      for (uint32_t i = text_.feature_at[s]; i < text_.feature_at[s + 1]; ++i) {
        sentence[next[text_.features[i]]++] = s;
      }
    }
    std::vector<uint32_t> met;
    pair_at_.assign(1, 0);
    for (uint32_t f = 0; f < text_.feature_count; ++f) {
      met.clear();
      for (uint32_t i = at[f]; i < at[f + 1]; ++i) {
        const uint32_t s = sentence[i];
        met.insert(met.end(), text_.targets.begin() + text_.target_at[s],
                   text_.targets.begin() + text_.target_at[s + 1]);
      }
      std::sort(met.begin(), met.end());
      const size_t least = at[f + 1] - at[f] > 20 ? 2 : 1;
      for (size_t i = 0; i < met.size();) {
        size_t j = i;
        while (j < met.size() && met[j] == met[i]) ++j;
        if (j - i >= least) pair_target_.push_back(met[i]);
        i = j;
      }
      pair_at_.push_back(static_cast<uint32_t>(pair_target_.size()));
    }
  }

  // forward: p(target|feature), backward: p(feature|target).
  void normalise() {
    std::vector<float> target_sums(text_.target_count, 0);
    for (uint32_t f = 0; f < text_.feature_count; ++f) {
      float sum = 0;
      for (uint32_t p = pair_at_[f]; p < pair_at_[f + 1]; ++p) {
        sum += forward_[p];
        target_sums[pair_target_[p]] += backward_[p];
      }
      if (sum <= 0) continue;
      for (uint32_t p = pair_at_[f]; p < pair_at_[f + 1]; ++p) forward_[p] /= sum;
    }
    for (size_t p = 0; p < pair_target_.size(); ++p) {
      const float sum = target_sums[pair_target_[p]];
      if (sum > 0) backward_[p] /= sum;
    }
  }

  void step(bool last) {
    std::vector<float> forward(pair_target_.size(), 0), backward(pair_target_.size(), 0);
    if (last) agreed_.assign(pair_target_.size(), 0);
    std::vector<uint32_t> places;
    std::vector<float> target_sums, feature_sums;
    for (size_t s = 0; s < text_.size(); ++s) {
      const uint32_t f0 = text_.feature_at[s], f1 = text_.feature_at[s + 1];
      const uint32_t e0 = text_.target_at[s], e1 = text_.target_at[s + 1];
      const uint32_t width = e1 - e0;
      places.assign(size_t{f1 - f0} * width, UINT32_MAX);
      target_sums.clear();
      for (uint32_t e = e0; e < e1; ++e) {
        target_sums.push_back(kNull * target_counts_[text_.targets[e]] / target_total_ + 1e-9F);
      }
      feature_sums.clear();
      for (uint32_t f = f0; f < f1; ++f) {
        const uint32_t feature = text_.features[f];
        float sum = kNull * feature_counts_[feature] / feature_total_ + 1e-9F;
        auto from = pair_target_.begin() + pair_at_[feature];
        const auto end = pair_target_.begin() + pair_at_[feature + 1];
        for (uint32_t e = 0; e < width; ++e) {  // both sorted
          from = std::lower_bound(from, end, text_.targets[e0 + e]);
          if (from == end) break;
          if (*from != text_.targets[e0 + e]) continue;
          const auto place = static_cast<uint32_t>(from - pair_target_.begin());
          places[size_t{f - f0} * width + e] = place;
          target_sums[e] += forward_[place];
          sum += backward_[place];
        }
        feature_sums.push_back(sum);
      }
      const float weight = text_.weights[s];
      for (uint32_t f = 0; f < f1 - f0; ++f) {
        for (uint32_t e = 0; e < width; ++e) {
          const uint32_t place = places[size_t{f} * width + e];
          if (place == UINT32_MAX) continue;
          const float there = forward_[place] / target_sums[e];
          const float back = backward_[place] / feature_sums[f];
          forward[place] += weight * there;
          backward[place] += weight * back;
          if (last) agreed_[place] += weight * std::sqrt(there * back);
        }
      }
    }
    forward_.swap(forward);
    backward_.swap(backward);
    normalise();
  }

  Alignment result() const {
    Alignment made;
    made.counts = feature_counts_;
    made.links.resize(text_.feature_count);
    for (uint32_t f = 0; f < text_.feature_count; ++f) {
      auto& links = made.links[f];
      for (uint32_t p = pair_at_[f]; p < pair_at_[f + 1]; ++p) {
        const float share = agreed_[p] / (feature_counts_[f] + kRareShare);
        if (share < kLeastShare) continue;
        links.push_back(
            {pair_target_[p], share, agreed_[p] / (target_counts_[pair_target_[p]] + kRareShare)});
      }
      std::sort(links.begin(), links.end(), [](const Link& a, const Link& b) {
        return a.share != b.share ? a.share > b.share : a.target < b.target;
      });
    }
    return made;
  }

  const Bitext& text_;
  std::vector<float> feature_counts_, target_counts_;
  float feature_total_ = 0, target_total_ = 0;
  std::vector<uint32_t> pair_at_, pair_target_;
  std::vector<float> forward_, backward_, agreed_;
};

}  // namespace

Alignment align(const Bitext& bitext, int rounds) { return Aligner(bitext).run(rounds); }

}  // namespace synoptic::lexicon
