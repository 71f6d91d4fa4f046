// Word alignment by IBM Model 1 (Brown et al. 1993), English words to words of another language.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace synoptic::tools {

class Aligner {
 public:
  using Words = std::vector<uint64_t>;  // hashes

  void add(Words english, Words other);
  void train(int rounds);
  // For each word of the other side: the share of each English word; the last one is "none".
  std::vector<std::vector<float>> align(const Words& english, const Words& other) const;

 private:
  uint32_t number_of(uint64_t english, uint64_t other) const;
  void number_cells();

  std::vector<std::pair<Words, Words>> pairs_;
  // Each pair of words that stand in a pair of sentences has a number, in an open table.
  std::vector<uint64_t> keys_;
  std::vector<float> chances_;
  std::vector<uint32_t> english_numbers_;  // of the English word of each cell
};

}  // namespace synoptic::tools
