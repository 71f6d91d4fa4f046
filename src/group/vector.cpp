#include "group/vector.h"

#include <algorithm>
#include <cmath>

namespace synoptic::group {
namespace {

// In whole numbers: the same on every machine.
int64_t dot(const std::vector<int8_t>& a, const std::vector<int8_t>& b) {
  int32_t sum = 0;  // 127 * 127 * 65536 dimensions fit
  for (size_t i = 0; i < a.size(); ++i) sum += int32_t{a[i]} * b[i];
  return sum;
}

}  // namespace

Vector quantised(std::span<const float> values, float weight) {
  float most = 0;
  for (const float value : values) most = std::max(most, std::abs(value));
  Vector out;
  if (most <= 0 || !std::isfinite(most)) return out;
  out.weight = weight;
  for (const float value : values) {
    out.values.push_back(static_cast<int8_t>(std::lround(127.0F * value / most)));
  }
  return out;
}

float cosine(const Vector& a, const Vector& b) {
  if (a.empty() || a.values.size() != b.values.size()) return 0;
  const auto lengths =
      static_cast<double>(dot(a.values, a.values)) * static_cast<double>(dot(b.values, b.values));
  return static_cast<float>(static_cast<double>(dot(a.values, b.values)) / std::sqrt(lengths));
}

float blend(const Vector& newcomer, const Vector& other) {
  if (newcomer.empty() || newcomer.values.size() != other.values.size()) return 0;
  return newcomer.weight * (cosine(newcomer, other) - kNeutralCosine);
}

}  // namespace synoptic::group
