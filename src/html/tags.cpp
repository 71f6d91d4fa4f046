#include "html/tags.h"

#include <array>

#include "html/tag_key.h"

namespace synoptic::html {
namespace {

constexpr size_t kCount = static_cast<size_t>(Tag::count_);

constexpr std::array<std::string_view, kCount> kNames = [] {
  std::array<std::string_view, kCount> names = {"",
#define SYNOPTIC_HTML_TAG(name) #name,
                                                SYNOPTIC_HTML_TAGS(SYNOPTIC_HTML_TAG)
#undef SYNOPTIC_HTML_TAG
  };
  names[static_cast<size_t>(Tag::template_)] = "template";
  names[static_cast<size_t>(Tag::annotation_xml)] = "annotation-xml";
  return names;
}();

// Open addressing; more than six times as many slots as names, so most are found at once.
constexpr size_t kSlotBits = 10;
constexpr size_t slot_of(TagKey key) {
  return ((key.bytes ^ key.length) * 0x9E3779B97F4A7C15u) >> (64 - kSlotBits);
}

struct Index {
  std::array<TagKey, kCount> keys{};
  std::array<uint8_t, size_t{1} << kSlotBits> slots{};  // 0: free
};

constexpr Index kIndex = [] {
  Index index;
  for (size_t tag = 1; tag < kCount; ++tag) {
    TagKey key;
    for (const char c : kNames[tag]) key.add(static_cast<uint8_t>(c));
    index.keys[tag] = key;
    size_t slot = slot_of(key);
    while (index.slots[slot] != 0) slot = (slot + 1) % index.slots.size();
    index.slots[slot] = static_cast<uint8_t>(tag);
  }
  return index;
}();

}  // namespace

std::string_view name_of(Tag tag) {
  return tag < Tag::count_ ? kNames[static_cast<size_t>(tag)] : std::string_view();
}

Tag tag_of(TagKey key) {
  for (size_t slot = slot_of(key); kIndex.slots[slot] != 0;
       slot = (slot + 1) % kIndex.slots.size()) {
    const uint8_t tag = kIndex.slots[slot];
    if (kIndex.keys[tag] == key) return static_cast<Tag>(tag);
  }
  return Tag::unknown;
}

Tag tag_of(std::string_view lower_case_name) {
  TagKey key;
  for (const char c : lower_case_name) key.add(static_cast<uint8_t>(c));
  const Tag tag = tag_of(key);
  return name_of(tag) == lower_case_name ? tag : Tag::unknown;
}

}  // namespace synoptic::html
