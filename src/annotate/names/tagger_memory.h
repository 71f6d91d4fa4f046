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

#include "annotate/names/tagger_features.h"
#include "annotate/names/tagger_model.h"
#include "base/bytes.h"
#include "base/memory.h"

namespace synoptic::annotate {

// Told from the number of the word itself where no blank stands before it.
constexpr uint32_t kGluedId = 1u << 27;

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
    const size_t place = hash >> (64 - bits_);
    for (const size_t at : {place, place ^ 1}) {
      const Slot& slot = slots_[at];
      if (slot.hash != hash || slot.size != bytes.size() ||
          !same_bytes(slot.bytes.data(), bytes.data(), bytes.size())) {
        continue;
      }
      static_cast<TagWord&>(token) = slot.word;
      token.id = slot.id;
      return;
    }
    make(token);
    Slot& slot = slots_[slots_[place].id <= slots_[place ^ 1].id ? place : place ^ 1];  // the older
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
  static constexpr unsigned kMostBits = 16;
  static constexpr uint32_t kMostIds = kGluedId - (1u << 20);
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
    for (; bytes.size() > 8; bytes.remove_prefix(8)) {
      hash = add_to_hash(hash, load_bytes<uint64_t>(bytes.data()));
    }
    return mix_hash(add_to_hash(hash, load_few(bytes.data(), bytes.size())));
  }

  unsigned bits_ = memory_bits(kMostBits);
  Table<Slot> slots_ = Table<Slot>(size_t{1} << bits_);
  std::vector<uint64_t> languages_;
  uint32_t last_id_ = 0;
};

// Sums of weights by feature_keys().
class SumMemory {
 public:
  const TagSums* find(uint64_t key) const {
    const Slot* const pair = &slots_[pair_of(key)];
    return pair[0].key == key ? &pair[0].sums : pair[1].key == key ? &pair[1].sums : nullptr;
  }
  void prefetch(uint64_t key) const { __builtin_prefetch(&slots_[pair_of(key)]); }
  void keep(uint64_t key, const TagSums& sums) {  // in the place of the older of two
    Slot* const pair = &slots_[pair_of(key)];
    pair[1] = pair[0];
    pair[0] = {key, sums};
  }
  void forget() { *this = SumMemory(); }

 private:
  static constexpr unsigned kMostBits = 19;
  struct Slot {
    uint64_t key = 0;
    TagSums sums;
  };
  static_assert(sizeof(Slot) == 32);  // two in a line of the cache
  size_t pair_of(uint64_t key) const { return mix_hash(key) * kHashFactor >> (65 - bits_) << 1; }

  unsigned bits_ = memory_bits(kMostBits);
  Table<Slot> slots_ = Table<Slot>(size_t{1} << bits_);
};

}  // namespace synoptic::annotate
