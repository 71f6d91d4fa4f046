// What an article's annotations say of one block: found by search, so that a step that asks block
// by block stays linear on an article of a hundred thousand paragraphs. Private to the room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/sorted.h"

namespace synoptic::annotate {

template <typename Item>
class ByBlock {
 public:
  // `items` must outlive it, unchanged.
  explicit ByBlock(const std::vector<Item>& items) {
    items_.reserve(items.size());
    for (const Item& item : items) items_.push_back(&item);
    const auto block = [](const Item* item) { return item->at.block; };
    if (!std::ranges::is_sorted(items_, {}, block)) std::ranges::stable_sort(items_, {}, block);
  }

  // Those of the block, in the order of the list.
  std::span<const Item* const> of(uint32_t block) const {
    return those_with(items_, block, [](const Item* item) { return item->at.block; });
  }

 private:
  std::vector<const Item*> items_;
};

}  // namespace synoptic::annotate
