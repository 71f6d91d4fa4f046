// How the parts of a number in words come together. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace synoptic::annotate {

constexpr std::string_view kNumeralTable = "annotate/numerals.tsv";
constexpr int kMostNumeralParts = 12;  // of one number in words

// What the parts read so far come to, and how a further part joins them.
class NumeralSum {
 public:
  bool empty() const { return count_ == 0; }
  double total() const {
    double sum = 0;
    for (size_t i = 0; i < count_; ++i) sum += terms_[i];
    return sum;
  }

  // A number adds where its digits are still free: 20 + 3, 100 + 20; and 3 + 20 in languages
  // that say the units first.
  bool add(double value, bool units_first) {
    if (count_ == terms_.size()) return false;
    if (count_ > 0) {
      const double last = terms_[count_ - 1];
      const double room = std::pow(10, std::floor(std::log10(std::max(value, 1.0))) + 1);
      const bool behind = last >= room && std::fmod(last, room) == 0;
      const bool before = units_first && last < 10 && value >= 20 && value < 100;
      if (!behind && !before) return false;
    }
    terms_[count_++] = value;
    return true;
  }

  // A half, or another part of what was said last.
  bool add_part(double value) {
    if (count_ == terms_.size()) return false;
    terms_[count_++] = value;
    return true;
  }

  // A scale multiplies all the smaller parts that stand right before it.
  bool multiply(double scale) {
    double sum = 0;
    const size_t before = count_;
    while (count_ > 0 && terms_[count_ - 1] < scale) sum += terms_[--count_];
    // 2250万千瓦 is no sum: a smaller scale needs a number of its own.
    if (count_ == terms_.size() || (before > 0 && count_ == before)) return false;
    terms_[count_++] = (sum == 0 ? 1 : sum) * scale;
    return true;
  }

 private:
  std::array<double, kMostNumeralParts> terms_{};
  size_t count_ = 0;
};

}  // namespace synoptic::annotate
