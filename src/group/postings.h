// The inverted index: by key in how many articles it stands, and the latest of them, side by side
// in memory. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "group/bounds.h"

namespace synoptic::group {

class Postings {
 public:
  void clear();
  void count(uint32_t key) { ++slot(key).with; }
  // After count(): the article is found by the key, until kMaxPosting later ones are.
  void add(uint32_t key, uint32_t article);

  uint32_t articles_with(uint32_t key) const {
    const Slot* found = find(key);
    return found == nullptr ? 0 : found->with;
  }
  template <typename Visit>
  void each(uint32_t key, const Visit& visit) const {
    const Slot* found = find(key);
    if (found == nullptr || found->size == 0) return;
    if (found->size == 1) return visit(found->list);
    const uint32_t* list = at(found->list);
    for (size_t i = 0; i < found->size; ++i) visit(list[i]);
  }

 private:
  // `list`: the only article, or where the list begins; `next`: in a full list the oldest.
  struct Slot {
    uint32_t key = 0, with = 0, list = 0;
    uint16_t size = 0, next = 0;
  };
  static constexpr uint32_t kChunk = 1 << 16;  // numbers
  static constexpr size_t kClasses = 7;        // lists of 2, 4 … 64 and kMaxPosting

  Slot& slot(uint32_t key);
  const Slot* find(uint32_t key) const;
  size_t after(size_t place) const { return place + 1 == slots_.size() ? 0 : place + 1; }
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
