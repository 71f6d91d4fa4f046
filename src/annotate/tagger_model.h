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

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "annotate/tagger_lists.h"
#include "annotate/tagger_tags.h"

namespace synoptic::annotate {

constexpr char kTaggerMagic[8] = {'S', 'Y', 'N', 'T', 'A', 'G', '0', '3'};
constexpr int kSentenceKinds = 8;
constexpr size_t kWeightsPerBucket = 8;
constexpr int kWeightBias = 8;  // what is added to a weight of four bits
constexpr int kMostShift = 4;
static_assert(kTags - 1 == 12);

// The sums of many features' weights, in lanes of 16 bits.
class WeightSums {
 public:
  void add(uint64_t feature) {
    const auto shift = static_cast<int>(feature >> 13 & 7);
    const uint64_t even = (feature >> 16 & kNibbles) << shift;
    const uint64_t odd = (feature >> 20 & kNibbles) << shift;
    lanes_[0] += even & kLanes;
    lanes_[1] += even >> 8 & kLanes;
    lanes_[2] += odd & kLanes;
    lanes_[3] += odd >> 8 & kLanes;
    bias_ += kWeightBias << shift;
  }
  // Of the tags from 1 on.
  int32_t of(size_t weight) const {
    // Weight 2k lies in byte k of the even ones, 2k + 1 in byte k of the odd ones.
    const size_t byte = weight / 2;
    const uint64_t lane = lanes_[weight % 2 * 2 + byte % 2] >> byte / 2 * 16;
    return static_cast<int32_t>(lane & 0xFFFF) - bias_;
  }

 private:
  static constexpr uint64_t kNibbles = 0x0F0F0F0F0F0FULL, kLanes = 0x00FF00FF00FFULL;
  uint64_t lanes_[4] = {};
  int32_t bias_ = 0;
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
    filter_ = make_bucket_filter(header_.weight_buckets, kWeightsPerBucket,
                                 [&](size_t bucket, size_t slot) -> uint64_t {
                                   uint64_t stored = 0;
                                   std::memcpy(&stored, weights_ + bucket * 64 + slot * 8, 8);
                                   return stored & 0x1FFF;
                                 });
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
  // False: the feature has no weights. Most have none, and this is told without a look at them.
  bool may_weigh(uint64_t feature) const {
    return (filter_[bucket(feature)] >> (check_of(feature) & 63) & 1) != 0;
  }
  void prefetch_filter(uint64_t feature) const { __builtin_prefetch(&filter_[bucket(feature)]); }
  void prefetch(uint64_t feature) const {
    __builtin_prefetch(weights_ + size_t{bucket(feature)} * 64);
  }
  void add_weights(uint64_t feature, WeightSums& sums) const {
    const uint64_t check = check_of(feature);
    uint32_t bucket = this->bucket(feature);
    for (int step = 0; step < 4; ++step) {
      const char* at = weights_ + size_t{bucket} * 64;
      const size_t slot = slot_of(at, check);
      const size_t last = kWeightsPerBucket - 1;
      uint64_t stored = 0;
      std::memcpy(&stored, at + std::min(slot, last) * sizeof stored, sizeof stored);
      if (slot <= last) return sums.add(stored);
      if (stored == 0) return;  // the last one: nothing flowed over
      bucket = bucket + 1 == header_.weight_buckets ? 0 : bucket + 1;
    }
  }

 private:
  // The first slot of the bucket with the check; kWeightsPerBucket: none.
  static size_t slot_of(const char* bucket, uint64_t check) {
#if defined(__SSE2__)
    // All at once: which slot it is cannot be foreseen, and a wrong guess costs more.
    const __m128i wanted = _mm_set1_epi64x(static_cast<int64_t>(check));
    const __m128i mask = _mm_set1_epi64x(0x1FFF);
    const auto* const pairs = reinterpret_cast<const __m128i*>(bucket);
    const auto equal = [&](int pair) {  // of each slot the lower half tells
      return _mm_cmpeq_epi32(_mm_and_si128(_mm_loadu_si128(pairs + pair), mask), wanted);
    };
    // The upper halves are zero on both sides.
    const __m128i front = _mm_packs_epi32(equal(0), equal(1));
    const __m128i back = _mm_packs_epi32(equal(2), equal(3));
    const auto bits = static_cast<uint32_t>(_mm_movemask_epi8(_mm_packs_epi16(front, back)));
    const uint32_t slots = bits & 0x5555;
    return slots == 0 ? kWeightsPerBucket : static_cast<size_t>(std::countr_zero(slots)) / 2;
#else
    for (size_t slot = 0; slot < kWeightsPerBucket; ++slot) {
      uint64_t stored = 0;
      std::memcpy(&stored, bucket + slot * sizeof stored, sizeof stored);
      if ((stored & 0x1FFF) == check) return slot;
    }
    return kWeightsPerBucket;
#endif
  }

  TaggerHeader header_{};
  Transitions transitions_{};
  const char* weights_ = nullptr;
  Table<uint64_t> filter_;
  NameLists lists_;
};

}  // namespace synoptic::annotate
