// The language model at rest, little-endian, written by tools/train_language_id.cpp:
//
//   header    ModelHeader
//   classes   class_count × ModelClass
//   buckets   bucket_count × ModelBucket: the n-grams, in a hash table with open addressing
//   targets   weight_count × u8: class of each weight, features one after the other
//   values    weight_count × i8: the weight, in units of header.unit
//
// Private to the room.
#pragma once

#include <array>
#include <cstdint>

namespace synoptic::text {

constexpr size_t kMaxClasses = 256;
constexpr std::array<char, 4> kModelMagic{'S', 'Y', 'L', '2'};

struct ModelHeader {
  std::array<char, 4> magic = kModelMagic;
  uint32_t class_count = 0;
  uint32_t bucket_count = 0;  // a power of two
  uint32_t weight_count = 0;
  uint32_t unit = 0;  // one step of a weight, in nats / 65536
};

struct ModelClass {
  std::array<char, 8> language{};  // NUL-padded
  std::array<char, 8> script{};
  int32_t bias = 0;
};

// One n-gram, or none. It is looked for from bucket `feature >> shift` on, where shift leaves as
// many bits as number the buckets, up to an empty one.
struct ModelBucket {
  uint32_t feature = 0;  // as language_features.h hashes it
  uint32_t weight = 0;   // 24 bits: where its weights begin; 8: how many, 0 is none
};

static_assert(sizeof(ModelBucket) == 8 && sizeof(ModelHeader) == 20 && sizeof(ModelClass) == 20);

}  // namespace synoptic::text
