// An open-addressing table of 8-byte slots, for keys that are hashes already. It only grows; the
// window makes it anew when it drops old articles. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

namespace synoptic::group {

// Where a key belongs among so many slots, whose number need be no power of two: tables that grow
// by a quarter waste less than those that double.
inline size_t place_of(uint32_t key, size_t slots) {
  const uint64_t spread = (key * 0x9E3779B97F4A7C15ULL) >> 32;
  return static_cast<size_t>(spread * slots >> 32);
}
inline size_t grown(size_t slots) { return slots < 64 ? 64 : slots + slots / 4; }

// uint32_t -> the first few values that were added for it.
class FlatMultimap {
 public:
  explicit FlatMultimap(uint32_t most_of_one_key) : most_(most_of_one_key) {}

  void clear() {
    slots_ = {};
    used_ = 0;
  }
  void add(uint32_t key, uint32_t value) {
    if (5 * (used_ + 1) > 4 * slots_.size()) grow();
    uint32_t same = 0;
    size_t at = place_of(key, slots_.size());
    for (; slots_[at].value != 0; at = after(at)) {
      if (slots_[at].key == key && ++same == most_) return;
    }
    slots_[at] = {key, value + 1};
    ++used_;
  }
  template <typename Visit>
  void each(uint32_t key, const Visit& visit) const {
    if (slots_.empty()) return;
    for (size_t at = place_of(key, slots_.size()); slots_[at].value != 0; at = after(at)) {
      if (slots_[at].key == key) visit(slots_[at].value - 1);
    }
  }

 private:
  struct Slot {
    uint32_t key = 0, value = 0;  // value 0: free
  };
  size_t after(size_t at) const { return at + 1 == slots_.size() ? 0 : at + 1; }
  void grow() {
    std::vector<Slot> old(grown(slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value == 0) continue;
      size_t at = place_of(slot.key, slots_.size());
      while (slots_[at].value != 0) at = after(at);
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t used_ = 0;
  uint32_t most_;
};

}  // namespace synoptic::group
