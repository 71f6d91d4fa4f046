// What the tagger worked out before, kept because most words of a text stood in texts before it. A
// memory and nothing else: what is forgotten, or was never kept, is worked out anew, with the same
// result. Of one thread. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "annotate/tagger_features.h"
#include "annotate/tagger_tags.h"
#include "base/memory.h"

namespace synoptic::annotate {

// Words as read, by their bytes. Each gets a number of its own; a word that was forgotten in
// between gets another one.
class WordMemory {
 public:
  // Fills in the word of the token, by make(token) where it is not known.
  template <typename Make>
  void read(std::string_view bytes, TagToken& token, Make make) {
    if (bytes.size() > kLongest) {
      make(token);
      return;
    }
    const uint64_t hash = hash_of(bytes);
    Slot& slot = slots_[hash >> (64 - kSlotBits)];
    const bool known = slot.hash == hash && slot.size == bytes.size() &&
                       std::memcmp(slot.bytes.data(), bytes.data(), bytes.size()) == 0;
    if (known) {
      static_cast<TagWord&>(token) = slot.word;
      token.id = slot.id;
      return;
    }
    make(token);
    token.id = slot.id = ++last_id_;
    slot.hash = hash;
    slot.size = static_cast<uint8_t>(bytes.size());
    std::memcpy(slot.bytes.data(), bytes.data(), bytes.size());
    slot.word = token;
  }

  uint32_t language_id(uint64_t language) {
    const auto known = std::find(languages_.begin(), languages_.end(), language);
    if (known == languages_.end()) languages_.push_back(language);
    return static_cast<uint32_t>(known - languages_.begin()) + 1;
  }
  // Numbers are used as keys of few bits.
  bool is_full() const { return last_id_ > kMostIds || languages_.size() > kMostLanguages; }
  void forget() { *this = WordMemory(); }

 private:
  static constexpr size_t kLongest = 27;  // bytes
  static constexpr unsigned kSlotBits = 14;
  static constexpr uint32_t kMostIds = (1u << 28) - (1u << 20);
  static constexpr size_t kMostLanguages = 200;
  struct Slot {
    uint64_t hash = 0;
    uint32_t id = 0;
    uint8_t size = UINT8_MAX;
    std::array<char, kLongest> bytes;
    TagWord word;
  };

  static uint64_t hash_of(std::string_view bytes) {
    uint64_t hash = bytes.size();
    const char* at = bytes.data();
    size_t left = bytes.size();
    for (; left >= 8; left -= 8, at += 8) {
      uint64_t part = 0;
      std::memcpy(&part, at, 8);
      hash = add_to_hash(hash, part);
    }
    uint64_t part = 0;
    for (size_t i = 0; i < left; ++i) part = part << 8 | static_cast<unsigned char>(at[i]);
    return mix_hash(add_to_hash(hash, part));
  }

  Table<Slot> slots_ = Table<Slot>(size_t{1} << kSlotBits);
  std::vector<uint64_t> languages_;
  uint32_t last_id_ = 0;
};

// A sum of weights for each tag but "outside".
using TagSums = std::array<int16_t, kTags - 1>;

// Sums of weights by features_key().
class SumMemory {
 public:
  SumMemory() : slots_(size_t{1} << kSlotBits) {}
  const TagSums* find(uint64_t key) const {
    const Slot& slot = slots_[slot_of(key)];
    return slot.key == key ? &slot.sums : nullptr;
  }
  void prefetch(uint64_t key) const { __builtin_prefetch(&slots_[slot_of(key)]); }
  void keep(uint64_t key, const TagSums& sums) { slots_[slot_of(key)] = {key, sums}; }
  void forget() { *this = SumMemory(); }

 private:
  static constexpr unsigned kSlotBits = 16;
  struct Slot {
    uint64_t key = 0;
    TagSums sums{};
  };
  static size_t slot_of(uint64_t key) { return mix_hash(key) * kHashFactor >> (64 - kSlotBits); }

  Table<Slot> slots_;
};

}  // namespace synoptic::annotate
