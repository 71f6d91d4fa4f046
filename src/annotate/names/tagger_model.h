// The bytes of a tagger model, used where they lie. Private to the room and to
// tools/train_tagger.cpp, which writes them.
//
//   header | transitions | weights | phrases | words | meanings | kinds of the meanings
//
// Each part begins at a multiple of 64.
//
// Weights: a hash table in buckets of 64 bytes with eight features each. A feature is one number of
// 64 bits: 13 that tell it from others, 3 that say by how much its weights are shifted, and four
// bits for the weight of each tag but "outside", against which all are measured.
#pragma once

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "annotate/names/tagger_features.h"
#include "annotate/names/tagger_lists.h"
#include "annotate/names/tagger_tags.h"

namespace synoptic::annotate {

constexpr char kTaggerMagic[8] = {'S', 'Y', 'N', 'T', 'A', 'G', '0', '3'};
constexpr int kSentenceKinds = 8;
constexpr size_t kWeightsPerBucket = 8;
constexpr int kWeightBias = 8;  // what is added to a weight of four bits
constexpr int kMostShift = 4;
static_assert(kTags - 1 == 12);

// A number for each type of one place, and one more.
using TagRow = int32_t __attribute__((vector_size(16)));

using WeightLanes = int16_t __attribute__((vector_size(16)));

// A sum of weights for each tag but "outside", in lanes of 16 bits: a word for each of the places
// first, last and inside with a lane for each type, and "only" in the fourth lanes.
class TagSums {
 public:
  TagSums() = default;
  // Weight 4t + p is of type t at place p.
  TagSums(WeightLanes even, WeightLanes odd) {
    const auto word = [](int16_t a, int16_t b, int16_t c, int16_t d) {
      return uint64_t{static_cast<uint16_t>(a)} | uint64_t{static_cast<uint16_t>(b)} << 16 |
             uint64_t{static_cast<uint16_t>(c)} << 32 | uint64_t{static_cast<uint16_t>(d)} << 48;
    };
    words_ = {word(even[0], even[2], even[4], odd[1]), word(even[1], even[3], even[5], odd[3]),
              word(odd[0], odd[2], odd[4], odd[5])};
  }
  void add(const TagSums& more) {
    for (size_t i = 0; i < words_.size(); ++i) {
      words_[i] = bits(lanes_of(words_[i]) + lanes_of(more.words_[i]));
    }
  }
  int16_t of(TagPlace place, size_t type) const {
    const uint64_t shifted = place == TagPlace::kFirst    ? words_[0] >> 16 * type
                             : place == TagPlace::kLast   ? words_[1] >> 16 * type
                             : place == TagPlace::kInside ? words_[2] >> 16 * type
                                                          : words_[type] >> 48;
    return static_cast<int16_t>(shifted);
  }
  int16_t of(int tag) const {  // from 1 on
    return of(place_of_tag(tag), static_cast<size_t>(type_of_tag(tag)));
  }
  // The lanes of first, last or inside, and behind them the one of "only" that stands there.
  uint64_t word(TagPlace place) const {
    return words_[place == TagPlace::kFirst ? 0 : place == TagPlace::kLast ? 1 : 2];
  }
  // The types of one place; the fourth number is 0 beside "only", anything beside the others.
  TagRow row(TagPlace place) const {
    const uint64_t lanes = place == TagPlace::kFirst  ? words_[0]
                           : place == TagPlace::kLast ? words_[1]
                           : place == TagPlace::kInside
                               ? words_[2]
                               : words_[0] >> 48 | words_[1] >> 48 << 16 | words_[2] >> 48 << 32;
    using Signed = int16_t __attribute__((vector_size(8)));
    return __builtin_convertvector(std::bit_cast<Signed>(lanes), TagRow);
  }

 private:
  using Lanes = uint16_t __attribute__((vector_size(8)));
  static Lanes lanes_of(uint64_t word) { return std::bit_cast<Lanes>(word); }
  static uint64_t bits(Lanes lanes) { return std::bit_cast<uint64_t>(lanes); }

  std::array<uint64_t, 3> words_{};
};
static_assert(kNameTypes == 3 && sizeof(TagSums) == 24);

// Adds up the weights of features.
class WeightSums {
 public:
  void add(uint64_t feature) {
    const auto shift = static_cast<int>(feature >> 13 & 7);
    even_ += signed_nibbles(feature >> 16) << shift;
    odd_ += signed_nibbles(feature >> 20) << shift;
  }
  TagSums sums() const { return TagSums(even_, odd_); }

 private:
  static WeightLanes signed_nibbles(uint64_t nibbles) {
    nibbles &= 0x0F0F0F0F0F0FULL;
#if defined(__SSE2__)
    const __m128i bytes = _mm_cvtsi64_si128(static_cast<int64_t>(nibbles));
    const auto lanes = std::bit_cast<WeightLanes>(_mm_unpacklo_epi8(bytes, _mm_setzero_si128()));
#else
    using Bytes = uint8_t __attribute__((vector_size(8)));
    const auto lanes = __builtin_convertvector(std::bit_cast<Bytes>(nibbles), WeightLanes);
#endif
    return lanes - int16_t{kWeightBias};
  }
  // The weights by turns; the last two lanes of each are nobody's.
  WeightLanes even_{}, odd_{};
};

struct TaggerHeader {
  char magic[8];
  uint32_t tags = kTags;
  uint32_t weight_buckets = 0, phrase_buckets = 0, word_buckets = 0;
  float unit = 1;  // what a weight of one stands for, in nats
  uint32_t meaning_buckets = 0, meanings = 0;
  char reserved[28] = {};
};
static_assert(sizeof(TaggerHeader) == 64);

using Transitions = int16_t[kSentenceKinds][kTags + 1][kTags + 1];  // kTags: the edges

constexpr size_t align_to_bucket(size_t size) { return (size + 63) / 64 * 64; }

class TaggerModel {
 public:
  TaggerModel() = default;

  // False: these are no bytes of a model.
  bool open(std::string_view bytes) {
    if (bytes.size() < sizeof(TaggerHeader)) return false;
    std::memcpy(&header_, bytes.data(), sizeof header_);
    size_t at = sizeof header_;
    const size_t transitions = at;
    at += align_to_bucket(sizeof(Transitions));
    weights_ = bytes.data() + at;
    at += size_t{header_.weight_buckets} * 64;
    const size_t phrases = at;
    at += size_t{header_.phrase_buckets} * 64;
    const size_t words = at;
    at += size_t{header_.word_buckets} * 64;
    const size_t meanings = at;
    at += size_t{header_.meaning_buckets} * 64;
    lists_.kinds = bytes.data() + at;
    lists_.meaning_count = header_.meanings;
    at += size_t{header_.meanings} * sizeof(MeaningKinds);
    if (std::memcmp(header_.magic, kTaggerMagic, sizeof kTaggerMagic) != 0 ||
        header_.tags != kTags || bytes.size() < at || header_.weight_buckets == 0) {
      return false;
    }
    lists_.phrases = PhraseSet(bytes.data() + phrases, header_.phrase_buckets);
    lists_.words = WordSet(bytes.data() + words, header_.word_buckets);
    lists_.meanings = MeaningSet(bytes.data() + meanings, header_.meaning_buckets);
    std::memcpy(transitions_, bytes.data() + transitions, sizeof transitions_);
    read_checks();
    return true;
  }

  const NameLists& lists() const { return lists_; }
  const Transitions& transitions() const { return transitions_; }
  float unit() const { return header_.unit; }

  static uint64_t check_of(uint64_t feature) {
    const uint64_t check = feature & 0x1FFF;
    return check == 0 ? 1 : check;
  }
  static uint32_t bucket_of(uint64_t feature, uint32_t buckets) {
    return static_cast<uint32_t>((feature >> 32) * buckets >> 32);
  }
  uint32_t bucket(uint64_t feature) const { return bucket_of(feature, header_.weight_buckets); }

  // Where the weights of features lie, and how many there are. A look for them has three steps, so
  // that none waits for memory: prefetch_checks(), add_places(), add_weights().
  struct Places {
    std::array<uint32_t, kMostFeatures> list;
    size_t count = 0;
  };
  void prefetch_checks(uint64_t feature) const {
    __builtin_prefetch(&checks_[size_t{bucket(feature)} * kWeightsPerBucket]);
  }
  // Notes the places of the weights of those of the features that have any, and sends for them.
  void add_places(const uint64_t* features, size_t count, Places& places) const {
    uint32_t* const begin = places.list.data() + places.count;
    uint32_t* end = begin;
    for (size_t f = 0; f < count; ++f) {
      const uint32_t bucket = this->bucket(features[f]);
      const uint32_t slots =
          slots_with(check_of(features[f]), &checks_[size_t{bucket} * kWeightsPerBucket]) &
          UINT32_MAX >> unreached_[bucket];
      // Without a branch: about half of the features have weights.
      constexpr uint32_t kNone = 1u << 31;
      *end = bucket * uint32_t{kWeightsPerBucket} +
             static_cast<uint32_t>(std::countr_zero(slots | kNone));
      end += slots != 0;
    }
    for (const uint32_t* place = begin; place < end; ++place) {
      __builtin_prefetch(weights_ + size_t{*place} * sizeof(uint64_t));
    }
    places.count = static_cast<size_t>(end - places.list.data());
  }
  void add_weights(uint32_t place, WeightSums& sums) const {
    if (place >= slots_) place %= slots_;
    uint64_t stored = 0;
    std::memcpy(&stored, weights_ + size_t{place} * sizeof stored, sizeof stored);
    sums.add(stored);
  }

 private:
  static constexpr uint32_t kReach = 4;  // buckets that a feature may stand in

  // The checks by themselves: they are what is looked at most.
  void read_checks() {
    const size_t buckets = header_.weight_buckets;
    slots_ = header_.weight_buckets * uint32_t{kWeightsPerBucket};
    checks_.assign((buckets + kReach - 1) * kWeightsPerBucket, 0);
    for (size_t i = 0; i < checks_.size(); ++i) {
      uint64_t stored = 0;
      std::memcpy(&stored, weights_ + i % slots_ * sizeof stored, sizeof stored);
      checks_[i] = static_cast<uint16_t>(stored & 0x1FFF);
    }
    // A bucket flows over into the next one where its last slot is taken.
    unreached_.assign(buckets, 0);
    for (size_t bucket = 0; bucket < buckets; ++bucket) {
      uint32_t reached = 1;
      while (reached < kReach && checks_[(bucket + reached) * kWeightsPerBucket - 1] != 0) {
        ++reached;
      }
      unreached_[bucket] = static_cast<uint8_t>((kReach - reached) * kWeightsPerBucket);
    }
  }

  // A bit for each slot of four buckets in a row that has the check.
  static uint32_t slots_with(uint64_t check, const uint16_t* checks) {
#if defined(__SSE2__)
    const __m128i wanted = _mm_set1_epi16(static_cast<int16_t>(check));
    const auto* const buckets = reinterpret_cast<const __m128i*>(checks);
    const auto equal = [&](int i) { return _mm_cmpeq_epi16(_mm_loadu_si128(buckets + i), wanted); };
    const auto bits = [](__m128i front, __m128i back) {
      return static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(front, back)));
    };
    return bits(equal(0), equal(1)) | bits(equal(2), equal(3)) << 16;
#else
    uint32_t slots = 0;
    for (uint32_t slot = 0; slot < kReach * kWeightsPerBucket; ++slot) {
      slots |= static_cast<uint32_t>(checks[slot] == check) << slot;
    }
    return slots;
#endif
  }

  TaggerHeader header_{};
  Transitions transitions_{};
  const char* weights_ = nullptr;
  uint32_t slots_ = 0;
  Table<uint16_t> checks_;    // of all slots, and of the first three buckets once more
  Table<uint8_t> unreached_;  // of each bucket, slots of the four that it does not flow over into
  NameLists lists_;
};

}  // namespace synoptic::annotate
