// The tags of the tagger: outside of names, or first, inside, last or only token of a name of a
// type. Private to the room and to tools/train_tagger.cpp.
#pragma once

#include <array>
#include <cstdint>

namespace synoptic::annotate {

enum class NameType : uint8_t { kPerson, kOrganisation, kPlace };
constexpr int kNameTypes = 3;

constexpr int kOutsideTag = 0;
constexpr int kTags = 1 + 4 * kNameTypes;
enum class TagPlace : uint8_t { kFirst, kInside, kLast, kOnly };

constexpr int tag_of(NameType type, TagPlace place) {
  return 1 + 4 * static_cast<int>(type) + static_cast<int>(place);
}
constexpr NameType type_of_tag(int tag) { return static_cast<NameType>((tag - 1) / 4); }
constexpr TagPlace place_of_tag(int tag) { return static_cast<TagPlace>((tag - 1) % 4); }

// Whether the second tag may follow the first; kTags stands for the sentence's edges.
constexpr bool may_follow(int first, int second) {
  const bool open =
      first != kOutsideTag && first != kTags &&
      (place_of_tag(first) == TagPlace::kFirst || place_of_tag(first) == TagPlace::kInside);
  const bool goes_on =
      second != kOutsideTag && second != kTags &&
      (place_of_tag(second) == TagPlace::kInside || place_of_tag(second) == TagPlace::kLast);
  if (open != goes_on) return false;
  return !open || type_of_tag(first) == type_of_tag(second);
}

}  // namespace synoptic::annotate
