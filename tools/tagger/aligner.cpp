#include "tagger/aligner.h"

#include <algorithm>
#include <unordered_map>

#include "annotate/names/tagger_lists.h"

namespace synoptic::tools {
namespace {

constexpr uint64_t kNoWord = 1;
constexpr float kLeast = 1e-7F;

uint64_t key_of(uint64_t english, uint64_t other) {
  return annotate::mix_hash(english * 3 + annotate::mix_hash(other)) | 1;
}

}  // namespace

void Aligner::add(Words english, Words other) {
  constexpr size_t kLongest = 70;
  if (english.empty() || other.empty() || english.size() > kLongest || other.size() > kLongest) {
    return;
  }
  english.push_back(kNoWord);
  pairs_.emplace_back(std::move(english), std::move(other));
}

// The slot of the pair in the table, free or not.
uint32_t Aligner::number_of(uint64_t english, uint64_t other) const {
  const uint64_t key = key_of(english, other);
  size_t at = (key >> 20) & (keys_.size() - 1);
  while (keys_[at] != 0 && keys_[at] != key) at = (at + 1) & (keys_.size() - 1);
  return static_cast<uint32_t>(at);
}

void Aligner::number_cells() {
  size_t cells = 0;
  for (const auto& [english, other] : pairs_) cells += english.size() * other.size();
  size_t size = 1024;
  while (size < cells + cells / 2) size *= 2;
  keys_.assign(size, 0);
  for (const auto& [english, other] : pairs_) {
    for (const uint64_t o : other) {
      for (const uint64_t e : english) keys_[number_of(e, o)] = key_of(e, o);
    }
  }
  chances_.assign(size, 1);
}

void Aligner::train(int rounds) {
  number_cells();
  std::unordered_map<uint64_t, uint32_t> words;
  for (const auto& [english, other] : pairs_) {
    for (const uint64_t e : english) words.emplace(e, static_cast<uint32_t>(words.size()));
  }
  english_numbers_.assign(keys_.size(), 0);
  std::vector<uint32_t> cells;
  for (const auto& [english, other] : pairs_) {
    std::vector<uint32_t> numbers;
    for (const uint64_t e : english) numbers.push_back(words[e]);
    for (const uint64_t o : other) {
      for (size_t i = 0; i < english.size(); ++i) {
        cells.push_back(number_of(english[i], o));
        english_numbers_[cells.back()] = numbers[i];
      }
    }
  }
  for (int round = 0; round < rounds; ++round) {
    std::vector<float> counts(keys_.size()), totals(words.size());
    size_t at = 0;
    for (const auto& [english, other] : pairs_) {
      for (size_t o = 0; o < other.size(); ++o, at += english.size()) {
        float sum = 0;
        for (size_t i = 0; i < english.size(); ++i) sum += chances_[cells[at + i]];
        for (size_t i = 0; i < english.size(); ++i) {
          const float part = chances_[cells[at + i]] / sum;
          counts[cells[at + i]] += part;
          totals[english_numbers_[cells[at + i]]] += part;
        }
      }
    }
    for (size_t i = 0; i < counts.size(); ++i) {
      if (keys_[i] != 0) chances_[i] = std::max(counts[i] / totals[english_numbers_[i]], kLeast);
    }
  }
}

std::vector<std::vector<float>> Aligner::align(const Words& english, const Words& other) const {
  std::vector<std::vector<float>> shares(other.size());
  const auto chance = [&](uint64_t e, uint64_t o) {
    const uint32_t number = number_of(e, o);
    return keys_[number] == 0 ? kLeast : chances_[number];
  };
  for (size_t i = 0; i < other.size(); ++i) {
    auto& row = shares[i];
    float sum = 0;
    for (const uint64_t e : english) sum += row.emplace_back(chance(e, other[i]));
    sum += row.emplace_back(chance(kNoWord, other[i]));
    for (float& s : row) s /= sum;
  }
  return shares;
}

}  // namespace synoptic::tools
