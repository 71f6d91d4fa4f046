// The language model at rest, little-endian, written by tools/train_language_id.cpp:
//
//   header    ModelHeader
//   classes   class_count × ModelClass
//   hashes    feature_count × u32, rising: n-grams as language_features.h hashes them
//   counts    feature_count × u8: how many weights the feature has
//   targets   weight_count × u8: class of each weight, features one after the other
//   values    weight_count × i8: the weight, in units of header.unit
//
// Private to the room.
#pragma once

#include <array>
#include <cstdint>

namespace synoptic::text {

constexpr size_t kMaxClasses = 256;
constexpr std::array<char, 4> kModelMagic{'S', 'Y', 'L', '1'};

struct ModelHeader {
  std::array<char, 4> magic = kModelMagic;
  uint32_t class_count = 0;
  uint32_t feature_count = 0;
  uint32_t weight_count = 0;
  uint32_t unit = 0;  // one step of a weight, in nats / 65536
};

struct ModelClass {
  std::array<char, 8> language{};  // NUL-padded
  std::array<char, 8> script{};
  int32_t bias = 0;
};

static_assert(sizeof(ModelHeader) == 20 && sizeof(ModelClass) == 20);

}  // namespace synoptic::text
