// Word alignment: IBM Model 1 (Brown et al. 1993) in both directions, counted where they agree
// (after Liang, Taskar, Klein 2006).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace synoptic::lexicon {

// Sentence pairs as sets of features (of the language) and targets (pivot terms).
struct Bitext {
  std::vector<uint32_t> feature_at{0}, features;
  std::vector<uint32_t> target_at{0}, targets;
  std::vector<float> weights;
  uint32_t feature_count = 0, target_count = 0;

  size_t size() const { return weights.size(); }
};

struct Link {
  uint32_t target = 0;
  float share = 0;    // of the feature's occurrences, how many speak of the target: p(e|f)
  float reverse = 0;  // of the target's occurrences, how many are told by the feature: p(f|e)
};

struct Alignment {
  std::vector<std::vector<Link>> links;  // by feature
  std::vector<float> counts;             // weighted occurrences of each feature
};

Alignment align(const Bitext& bitext, int rounds);

}  // namespace synoptic::lexicon
