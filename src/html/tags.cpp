#include "html/tags.h"

#include "html/tag_key.h"

namespace synoptic::html {

std::string_view name_of(Tag tag) {
  return tag < Tag::count_ ? kTags.names[static_cast<size_t>(tag)] : std::string_view();
}

Tag tag_of(std::string_view lower_case_name) {
  TagKey key;
  for (const char c : lower_case_name) key.add(static_cast<uint8_t>(c));
  const Tag tag = tag_of(key);
  return name_of(tag) == lower_case_name ? tag : Tag::unknown;
}

}  // namespace synoptic::html
