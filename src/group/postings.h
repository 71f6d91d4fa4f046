// The inverted index: by key in how many articles of the window it stands, and the latest of them,
// rising, side by side in memory. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

#include "group/bounds.h"
#include "group/flat_map.h"

namespace synoptic::group {

class Postings {
 public:
  void count(uint32_t key) { ++slot(key).with; }
  // After count(): the article is found by the key, until kMaxPosting later ones are.
  void add(uint32_t key, uint32_t article);
  // Undo them, the oldest article first: remove(), then discount().
  void remove(uint32_t key, uint32_t article);
  void discount(uint32_t key);

  uint32_t articles_with(uint32_t key) const {
    const size_t found = find(key);
    return found == kNowhere ? 0 : slots_[found].with;
  }
  std::span<const uint32_t> articles_of(uint32_t key) const {
    const size_t found = find(key);
    if (found == kNowhere || slots_[found].size == 0) return {};
    const Slot& slot = slots_[found];
    return {slot.size == 1 ? &slot.list : at(slot.list), slot.size};
  }
  void soon(uint32_t key) const {  // on the way from memory
    if (!slots_.empty()) __builtin_prefetch(&slots_[place_of(key, slots_.size())]);
  }

 private:
  // `list`: the only article, or where the list begins.
  struct Slot {
    uint32_t key = 0;
    uint32_t with : 24 = 0;
    uint32_t size : 8 = 0;
    uint32_t list = 0;
  };
  static_assert(kMaxPosting < 256);
  static constexpr size_t kNowhere = ~size_t{0};
  static constexpr uint32_t kChunk = 1 << 16;  // numbers
  // How long lists are made: steps of a half and a third, so that little is left empty.
  static constexpr size_t kCapacities[] = {2, 3, 4, 6, 8, 12, 16, 24, 32, 48, kMaxPosting};
  static constexpr size_t kClasses = std::size(kCapacities);

  static size_t class_of(size_t size);
  Slot& slot(uint32_t key);
  size_t find(uint32_t key) const {
    if (slots_.empty()) return kNowhere;
    const size_t count = slots_.size();
    for (size_t at = place_of(key, count); slots_[at].with != 0; at = place_after(at, count)) {
      if (slots_[at].key == key) return at;
    }
    return kNowhere;
  }
  void grow();
  uint32_t room(size_t list_class);
  uint32_t* at(uint32_t list) { return &chunks_[list / kChunk][list % kChunk]; }
  const uint32_t* at(uint32_t list) const { return &chunks_[list / kChunk][list % kChunk]; }

  std::vector<Slot> slots_;
  size_t used_ = 0;
  std::vector<std::unique_ptr<uint32_t[]>> chunks_;
  uint32_t filled_ = kChunk;  // of the last chunk
  std::array<std::vector<uint32_t>, kClasses> free_;
};

}  // namespace synoptic::group
