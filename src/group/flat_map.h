// Two open-addressing tables of 8-byte slots, for keys that are hashes already. They only grow; the
// window makes them anew when it drops old articles. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

namespace synoptic::group {

inline size_t spread(uint32_t key) { return (key * 0x9E3779B97F4A7C15ULL) >> 20; }

// What both share: the slots, and room for more of them. Value 0 marks a free slot.
class FlatSlots {
 public:
  void clear() {
    slots_.clear();
    used_ = 0;
  }

 protected:
  struct Slot {
    uint32_t key = 0, value = 0;
  };
  size_t mask() const { return slots_.size() - 1; }
  void grow() {
    std::vector<Slot> old(slots_.empty() ? 64 : 2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value == 0) continue;
      size_t at = spread(slot.key) & mask();
      while (slots_[at].value != 0) at = (at + 1) & mask();
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t used_ = 0;
};

// uint32_t -> uint32_t; a value that was never set is 0.
class FlatMap : public FlatSlots {
 public:
  uint32_t get(uint32_t key) const {
    if (slots_.empty()) return 0;
    for (size_t at = spread(key) & mask();; at = (at + 1) & mask()) {
      if (slots_[at].value == 0 || slots_[at].key == key) return slots_[at].value;
    }
  }
  // The value to be set, and not to 0.
  uint32_t& operator[](uint32_t key) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    for (size_t at = spread(key) & mask();; at = (at + 1) & mask()) {
      if (slots_[at].value == 0) {
        ++used_;
        slots_[at].key = key;
        return slots_[at].value;
      }
      if (slots_[at].key == key) return slots_[at].value;
    }
  }
};

// uint32_t -> the first few values that were added for it.
class FlatMultimap : public FlatSlots {
 public:
  explicit FlatMultimap(uint32_t most_of_one_key) : most_(most_of_one_key) {}

  void add(uint32_t key, uint32_t value) {
    if (3 * (used_ + 1) > 2 * slots_.size()) grow();
    uint32_t same = 0;
    size_t at = spread(key) & mask();
    for (; slots_[at].value != 0; at = (at + 1) & mask()) {
      if (slots_[at].key == key && ++same == most_) return;
    }
    slots_[at] = {key, value + 1};
    ++used_;
  }
  template <typename Visit>
  void each(uint32_t key, const Visit& visit) const {
    if (slots_.empty()) return;
    for (size_t at = spread(key) & mask(); slots_[at].value != 0; at = (at + 1) & mask()) {
      if (slots_[at].key == key) visit(slots_[at].value - 1);
    }
  }

 private:
  uint32_t most_;
};

}  // namespace synoptic::group
