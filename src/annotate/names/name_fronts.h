// The two or three characters that names begin with, as bits: most words are told apart by them
// from the names that may stand there. Private to the room.
#pragma once

#include <array>
#include <cstdint>

#include "knowledge/name_index.h"

namespace synoptic::annotate {

// `Bits`: of the number that is given. 0 stands for no character.
template <unsigned Bits>
uint32_t front_place(char32_t first, char32_t second) {
  return (first * 0x9E3779B1U ^ second * 0x85EBCA6BU) * 0xC2B2AE35U >> (32 - Bits);
}
inline uint64_t front_bit(char32_t first, char32_t second) {
  return uint64_t{1} << front_place<6>(first, second);
}
// The bits of all that can follow the node; all bits where one character may be enough to go on.
uint64_t fronts_behind(const knowledge::NameTrie& trie, uint32_t node);

// The few names that an article teaches.
class FewNames {
 public:
  explicit FewNames(const knowledge::NameTrie& trie);

  const std::array<knowledge::NameSource, 1>& sources() const { return sources_; }
  // False: no name begins with the three characters of names.
  bool may_begin(char32_t first, char32_t second, char32_t third) const {
    return all_ || has(place_of(first, second, third)) || has(place_of(first, second, kAny));
  }

 private:
  static constexpr unsigned kBits = 12;
  static constexpr char32_t kAny = 0x110000;  // stands for any third one

  static uint32_t place_of(char32_t first, char32_t second, char32_t third) {
    return front_place<kBits>(first, second + third * 0x9E3779B1U);
  }
  bool has(uint32_t place) const { return (fronts_[place / 64] >> place % 64 & 1) != 0; }

  std::array<knowledge::NameSource, 1> sources_;
  std::array<uint64_t, (1 << kBits) / 64> fronts_{};  // a bit for each place
  bool all_ = false;
};

}  // namespace synoptic::annotate
