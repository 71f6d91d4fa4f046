// Names the tagger has heard of: hashed lists of phrases and words with the types they are seen
// with. They lie in the model's bytes and are used from there. Private to the room and to
// tools/train_tagger.cpp, which makes them.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/memory.h"

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

// For each bucket of a hash table a bit for each of the last six bits of a check: 0 where no entry
// looked for in the bucket has such a one. check_at(bucket, slot): 0 where the slot is empty; what
// finds no room flows over, up to three buckets on.
template <typename CheckAt>
Table<uint64_t> make_bucket_filter(size_t buckets, size_t slots, CheckAt check_at) {
  Table<uint64_t> filter(buckets);
  std::vector<uint8_t> full(buckets);
  for (size_t bucket = 0; bucket < buckets; ++bucket) {
    uint64_t bits = 0, last = 0;
    for (size_t slot = 0; slot < slots; ++slot) {
      last = check_at(bucket, slot);
      if (last == 0) break;
      bits |= uint64_t{1} << (last & 63);
    }
    filter[bucket] = bits;
    full[bucket] = last != 0;
  }
  // A bucket's neighbours behind it have not taken from theirs yet; where the table begins anew
  // they have, and a bit too many does no harm.
  for (size_t bucket = 0; bucket < buckets; ++bucket) {
    size_t at = bucket;
    for (int step = 0; step < 3 && full[at] != 0; ++step) {
      at = at + 1 == buckets ? 0 : at + 1;
      filter[bucket] |= filter[at];
    }
  }
  return filter;
}

// A set of hashes, each with a small value, in buckets of 64 bytes. `kCheckBits` of an entry tell
// it from others, the rest is its value. An entry of zero is empty; a full bucket flows over into
// the next.
template <int kBytes, int kValueBits>
class HashedSet {
 public:
  static constexpr uint32_t kPerBucket = 64 / kBytes;
  static constexpr uint32_t kValueMask = (1u << kValueBits) - 1;

  HashedSet() = default;
  HashedSet(const char* bytes, uint32_t buckets) : bytes_(bytes), buckets_(buckets) {
    filter_ = make_bucket_filter(buckets, kPerBucket, [&](size_t bucket, size_t slot) -> uint64_t {
      return read(bytes_ + bucket * 64 + slot * kBytes) >> kValueBits;
    });
  }

  // False: find() finds nothing.
  bool may_have(uint64_t hash) const {
    return buckets_ != 0 && (filter_[bucket_of(hash, buckets_)] >> (check_of(hash) & 63) & 1) != 0;
  }
  void prefetch_filter(uint64_t hash) const {
    if (buckets_ != 0) __builtin_prefetch(&filter_[bucket_of(hash, buckets_)]);
  }
  void prefetch(uint64_t hash) const {
    __builtin_prefetch(bytes_ + size_t{bucket_of(hash, buckets_)} * 64);
  }

  // 0: not in the set.
  uint32_t find(uint64_t hash) const {
    if (buckets_ == 0) return 0;
    const uint32_t check = check_of(hash);
    for (uint32_t bucket = bucket_of(hash, buckets_), i = 0; i < 4; ++i) {
      const char* at = bytes_ + size_t{bucket} * 64;
      for (uint64_t slots = likely_slots(at, check); slots != 0; slots &= slots - 1) {
        const uint32_t entry = read(at + std::countr_zero(slots));
        if (entry >> kValueBits == check) return entry & kValueMask;
      }
      if (read(at + (kPerBucket - 1) * kBytes) == 0) return 0;  // nothing flowed over
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
    // Byte by byte: compilers make of it what is quickest, and not a copy that has to be waited
    // for.
    uint32_t entry = 0;
    for (int i = 0; i < kBytes; ++i) {
      entry |= static_cast<uint32_t>(static_cast<unsigned char>(at[i])) << (8 * i);
    }
    return entry;
  }

 private:
  // A bit for each byte of the bucket at which an entry begins that may have the check: its upper
  // bytes, which have nothing of the value, are alike.
  static uint64_t likely_slots(const char* bucket, uint32_t check) {
    constexpr uint64_t kBegins = [] {
      uint64_t bits = 0;
      for (uint32_t slot = 0; slot < kPerBucket; ++slot) bits |= uint64_t{1} << (slot * kBytes);
      return bits;
    }();
    uint64_t begins = kBegins;
    const uint32_t entry = check << kValueBits;
    for (int i = (kValueBits + 7) / 8; i < kBytes; ++i) {
      begins &= bytes_like(bucket, static_cast<uint8_t>(entry >> 8 * i)) >> i;
    }
    return begins;
  }
  // A bit for each byte of the bucket that is like the one given.
  static uint64_t bytes_like(const char* bucket, uint8_t byte) {
    uint64_t like = 0;
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi8(static_cast<char>(byte));
    for (int i = 0; i < 4; ++i) {
      const __m128i part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket) + i);
      const int equal = _mm_movemask_epi8(_mm_cmpeq_epi8(part, wanted));
      like |= static_cast<uint64_t>(static_cast<uint32_t>(equal)) << (16 * i);
    }
#else
    for (int i = 0; i < 64; ++i) {
      like |= static_cast<uint64_t>(static_cast<uint8_t>(bucket[i]) == byte) << i;
    }
#endif
    return like;
  }

  const char* bytes_ = nullptr;
  uint32_t buckets_ = 0;
  Table<uint64_t> filter_;
};

using PhraseSet = HashedSet<3, 4>;    // NameBits
using WordSet = HashedSet<3, 7>;      // word classes
using MeaningSet = HashedSet<4, 16>;  // numbers of meanings

// Which meanings stand in like places: one of some hundred kinds, and one of some dozens.
struct MeaningKinds {
  uint16_t fine = 0;
  uint16_t coarse = 0;
};

struct NameLists {
  PhraseSet phrases;
  WordSet words;
  MeaningSet meanings;
  const char* kinds = nullptr;  // MeaningKinds by the meaning's number
  uint32_t meaning_count = 0;

  MeaningKinds kinds_of(uint32_t meaning) const {
    MeaningKinds found;
    if (meaning < meaning_count) {
      std::memcpy(&found, kinds + size_t{meaning} * sizeof found, sizeof found);
    }
    return found;
  }
};

// Keys of the meanings: of a word, and of characters in a row in scripts without blanks.
inline uint64_t meaning_key(uint64_t word) { return mix_hash(add_to_hash(0x4D, word)); }
constexpr size_t kLongestGram = 6;
inline uint64_t add_to_gram(uint64_t gram, uint64_t character) {
  return add_to_hash(gram, character);
}
inline uint64_t gram_key(uint64_t gram) { return mix_hash(add_to_hash(0x47, gram)); }

}  // namespace synoptic::annotate
