// A tag's name as a number that grows byte by byte while the name is read. Private to the room.
#pragma once

#include <cstdint>

#include "html/tags.h"

namespace synoptic::html {

struct TagKey {
  uint64_t bytes = 0;  // the last eight
  uint32_t length = 0;

  constexpr void add(uint8_t lower_case_byte) {
    bytes = bytes << 8 | lower_case_byte;
    ++length;
  }
  constexpr bool operator==(const TagKey&) const = default;
};

// Where the name is longer than eight bytes, the caller compares it with name_of() the result.
Tag tag_of(TagKey key);

}  // namespace synoptic::html
