#include "compare/trees.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/strings.h"

namespace synoptic::compare {
namespace {

float number_of(std::string_view cell) {
  float out = 0;
  std::from_chars(cell.data(), cell.data() + cell.size(), out);
  return out;
}

}  // namespace

double Calibration::right(double odds) const { return 1 / (1 + std::exp(-(slope * odds + base))); }

// Rows: "features" and their names; "base" and the log-odds before any tree; "tree", its splits as
// feature:threshold, its leaves.
Trees::Trees(std::string_view table, std::span<const std::string_view> names) {
  for (const auto row : lines(table)) {
    const auto cells = split(row, '\t');
    if (cells[0] == "features" &&
        !std::equal(cells.begin() + 1, cells.end(), names.begin(), names.end())) {
      return;
    }
    if (cells[0] == "base" && cells.size() > 1) base_ = number_of(cells[1]);
    if (cells[0] != "tree" || cells.size() != 2 * kLeaves) continue;
    Tree tree;
    for (size_t i = 1; i < kLeaves; ++i) {
      const size_t colon = cells[i].find(':');
      const auto feature = static_cast<size_t>(number_of(cells[i].substr(0, colon)));
      tree.threshold[i] = number_of(cells[i].substr(colon + 1));
      tree.feature[i] = static_cast<uint8_t>(std::min(feature, names.size() - 1));
    }
    for (size_t i = 0; i < kLeaves; ++i) tree.leaf[i] = number_of(cells[kLeaves + i]);
    trees_.push_back(tree);
  }
}

double Trees::odds(std::span<const float> features) const {
  double sum = base_;
  for (const Tree& tree : trees_) {
    size_t at = 1;
    // Reckoned, not asked: which way a split goes cannot be foretold, and a wrong guess of the
    // processor costs more than the whole tree.
    for (size_t level = 0; level < kDepth; ++level) {
      const bool below = features[tree.feature[at]] <= tree.threshold[at];
      at = 2 * at + 1 - static_cast<size_t>(below);
    }
    sum += tree.leaf[at - kLeaves];
  }
  return sum;
}

}  // namespace synoptic::compare
