// An article's vector by a sentence-embedding model, where one is configured: one more similarity
// for a pair, beside the learnt score (docs/embeddings.md).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace synoptic::group {

struct Vector {
  std::vector<int8_t> values;  // in 1/127ths of the largest; empty: none
  float weight = 0;            // what the cosine is worth

  bool empty() const { return values.empty(); }
};

constexpr float kNeutralCosine = 0.5F;  // speaks neither for nor against

Vector quantised(std::span<const float> values, float weight);
float cosine(const Vector& a, const Vector& b);

// What the likeness of two vectors adds to the score of their pair; 0 where one has none.
float blend(const Vector& newcomer, const Vector& other);

}  // namespace synoptic::group
