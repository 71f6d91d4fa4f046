// A tag's name as a number that grows byte by byte while the name is read, and the table that finds
// the tag by it, made by the compiler. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

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

struct TagTable {
  static constexpr size_t kCount = static_cast<size_t>(Tag::count_);
  // Open addressing; more than six times as many slots as names, so most are found at once.
  static constexpr size_t kSlotBits = 10;

  std::array<std::string_view, kCount> names{};
  std::array<TagKey, kCount> keys{};
  std::array<uint8_t, size_t{1} << kSlotBits> slots{};  // 0: free

  static constexpr size_t slot_of(TagKey key) {
    return ((key.bytes ^ key.length) * 0x9E3779B97F4A7C15u) >> (64 - kSlotBits);
  }
  static constexpr size_t behind(size_t slot) { return (slot + 1) % (size_t{1} << kSlotBits); }
};

inline constexpr TagTable kTags = [] {
  TagTable table;
  table.names = {"",
#define SYNOPTIC_HTML_TAG(name) #name,
                 SYNOPTIC_HTML_TAGS(SYNOPTIC_HTML_TAG)
#undef SYNOPTIC_HTML_TAG
  };
  table.names[static_cast<size_t>(Tag::template_)] = "template";
  table.names[static_cast<size_t>(Tag::annotation_xml)] = "annotation-xml";
  for (size_t tag = 1; tag < TagTable::kCount; ++tag) {
    TagKey key;
    for (const char c : table.names[tag]) key.add(static_cast<uint8_t>(c));
    table.keys[tag] = key;
    size_t slot = TagTable::slot_of(key);
    while (table.slots[slot] != 0) slot = TagTable::behind(slot);
    table.slots[slot] = static_cast<uint8_t>(tag);
  }
  return table;
}();

// Where the name is longer than eight bytes, the caller compares it with the tag's.
inline Tag tag_of(TagKey key) {
  for (size_t slot = TagTable::slot_of(key); kTags.slots[slot] != 0;
       slot = TagTable::behind(slot)) {
    const uint8_t tag = kTags.slots[slot];
    if (kTags.keys[tag] == key) return static_cast<Tag>(tag);
  }
  return Tag::unknown;
}

}  // namespace synoptic::html
