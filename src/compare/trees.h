// Boosted decision trees of a small depth, read from a table that tools/contest writes. Private to
// the room.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::compare {

// How often a model is right that says so with these log-odds: what it told of stories that it had
// no part in, as one curve (Platt; tools/contest/train.py --cross prints it).
struct Calibration {
  double slope = 1, base = 0;
  double right(double odds) const;  // 0 … 1
};

class Trees {
 public:
  static constexpr size_t kDepth = 4;

  // `names`: of the features, at most 256, in the order in which odds() gets them. A table that is
  // not of these features gives a model without trees.
  Trees(std::string_view table, std::span<const std::string_view> names);

  double odds(std::span<const float> features) const;  // log-odds
  bool empty() const { return trees_.empty(); }

 private:
  static constexpr size_t kLeaves = 1U << kDepth;

  // Complete: the first split is 1, the children of split i are 2i (not above the threshold) and
  // 2i+1; leaves are numbered on.
  struct Tree {
    std::array<float, kLeaves> threshold{};
    std::array<uint8_t, kLeaves> feature{};
    std::array<float, kLeaves> leaf{};
  };

  std::vector<Tree> trees_;
  double base_ = 0;
};

}  // namespace synoptic::compare
