// A set of element names that is asked in one step: kBlocks.contains(node.tag).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "html/tags.h"

namespace synoptic::html {

class TagSet {
 public:
  constexpr TagSet(std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) bits_[index(tag) / 64] |= uint64_t{1} << (index(tag) % 64);
  }
  constexpr bool contains(Tag tag) const {
    return (bits_[index(tag) / 64] >> (index(tag) % 64) & 1) != 0;
  }

 private:
  static constexpr size_t index(Tag tag) { return static_cast<size_t>(tag); }
  std::array<uint64_t, 4> bits_{};
};

}  // namespace synoptic::html
