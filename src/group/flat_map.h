// An open-addressing table of 8-byte slots, for keys that are hashes already. Private to the room.
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
inline size_t place_after(size_t at, size_t slots) { return at + 1 == slots ? 0 : at + 1; }

// Frees a slot: what was put behind it for want of room moves up.
template <typename Slot, typename IsFree>
void free_slot(std::vector<Slot>& slots, size_t at, const IsFree& is_free) {
  const size_t count = slots.size();
  for (size_t next = place_after(at, count); !is_free(slots[next]);
       next = place_after(next, count)) {
    const size_t wanted = place_of(slots[next].key, count);
    const bool stays = at <= next ? at < wanted && wanted <= next : at < wanted || wanted <= next;
    if (stays) continue;
    slots[at] = slots[next];
    at = next;
  }
  slots[at] = {};
}

// uint32_t -> the largest few values that were added for it.
class FlatMultimap {
 public:
  explicit FlatMultimap(uint32_t most_of_one_key) : most_(most_of_one_key) {}

  void add(uint32_t key, uint32_t value) {
    if (5 * (used_ + 1) > 4 * slots_.size()) grow();
    uint32_t same = 0;
    size_t at = place_of(key, slots_.size()), smallest = at;
    for (; slots_[at].value != 0; at = place_after(at, slots_.size())) {
      if (slots_[at].key != key) continue;
      if (same++ == 0 || slots_[at].value < slots_[smallest].value) smallest = at;
    }
    if (same < most_) {
      slots_[at] = {key, value + 1};
      ++used_;
    } else if (slots_[smallest].value < value + 1) {
      slots_[smallest].value = value + 1;
    }
  }
  void remove(uint32_t key, uint32_t value) {
    if (slots_.empty()) return;
    size_t at = place_of(key, slots_.size());
    for (; slots_[at].value != 0; at = place_after(at, slots_.size())) {
      if (slots_[at].key != key || slots_[at].value != value + 1) continue;
      free_slot(slots_, at, [](const Slot& slot) { return slot.value == 0; });
      --used_;
      return;
    }
  }
  template <typename Visit>
  void each(uint32_t key, const Visit& visit) const {
    if (slots_.empty()) return;
    const size_t count = slots_.size();
    for (size_t at = place_of(key, count); slots_[at].value != 0; at = place_after(at, count)) {
      if (slots_[at].key == key) visit(slots_[at].value - 1);
    }
  }
  void soon(uint32_t key) const {  // on the way from memory
    if (!slots_.empty()) __builtin_prefetch(&slots_[place_of(key, slots_.size())]);
  }

 private:
  struct Slot {
    uint32_t key = 0, value = 0;  // value 0: free
  };
  void grow() {
    std::vector<Slot> old(grown(slots_.size()));
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.value == 0) continue;
      size_t at = place_of(slot.key, slots_.size());
      while (slots_[at].value != 0) at = place_after(at, slots_.size());
      slots_[at] = slot;
    }
  }

  std::vector<Slot> slots_;
  size_t used_ = 0;
  uint32_t most_;
};

}  // namespace synoptic::group
