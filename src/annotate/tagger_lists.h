// Names the tagger has heard of: hashed lists of phrases and words with the types they are seen
// with. They lie in the model's bytes and are used from there. Private to the room and to
// tools/train_tagger.cpp, which makes them.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace synoptic::annotate {

constexpr uint64_t kHashFactor = 0x9E3779B97F4A7C15ULL;

inline uint64_t mix_hash(uint64_t value) {
  value ^= value >> 32;
  value *= kHashFactor;
  value ^= value >> 29;
  return value;
}
inline uint64_t add_to_hash(uint64_t hash, uint64_t item) {
  hash = (hash ^ item) * kHashFactor;
  return hash ^ hash >> 31;
}

// What a phrase is a name of; bits, since one phrase may name several things.
enum NameBit : uint8_t { kPersonBit = 1, kOrganisationBit = 2, kPlaceBit = 4, kOtherBit = 8 };

// A set of hashes, each with a small value, in buckets of 64 bytes. `kCheckBits` of an entry tell
// it from others, the rest is its value. An entry of zero is empty; a full bucket flows over into
// the next.
template <int kBytes, int kValueBits>
class HashedSet {
 public:
  static constexpr uint32_t kPerBucket = 64 / kBytes;
  static constexpr uint32_t kValueMask = (1u << kValueBits) - 1;

  HashedSet() = default;
  HashedSet(const char* bytes, uint32_t buckets) : bytes_(bytes), buckets_(buckets) {}

  // 0: not in the set.
  uint32_t find(uint64_t hash) const {
    if (buckets_ == 0) return 0;
    const uint32_t check = check_of(hash);
    for (uint32_t bucket = bucket_of(hash, buckets_), i = 0; i < 4; ++i) {
      const char* at = bytes_ + size_t{bucket} * 64;
      for (uint32_t slot = 0; slot < kPerBucket; ++slot, at += kBytes) {
        const uint32_t entry = read(at);
        if (entry == 0) return 0;
        if (entry >> kValueBits == check) return entry & kValueMask;
      }
      bucket = bucket + 1 == buckets_ ? 0 : bucket + 1;
    }
    return 0;
  }

  static uint32_t check_of(uint64_t hash) {
    const auto check = static_cast<uint32_t>(hash & ((1u << (kBytes * 8 - kValueBits)) - 1));
    return check == 0 ? 1 : check;
  }
  static uint32_t bucket_of(uint64_t hash, uint32_t buckets) {
    return static_cast<uint32_t>((hash >> 32) * buckets >> 32);
  }
  static uint32_t read(const char* at) {
    uint32_t entry = 0;
    std::memcpy(&entry, at, kBytes);
    return entry;
  }

 private:
  const char* bytes_ = nullptr;
  uint32_t buckets_ = 0;
};

using PhraseSet = HashedSet<3, 4>;  // NameBits
using WordSet = HashedSet<3, 7>;    // word classes

struct NameLists {
  PhraseSet phrases;
  WordSet words;
};

}  // namespace synoptic::annotate
