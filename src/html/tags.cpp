#include "html/tags.h"

#include <array>
#include <unordered_map>

namespace synoptic::html {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(Tag::count_)> kNames = {
    "",
#define SYNOPTIC_HTML_TAG(name) #name,
    SYNOPTIC_HTML_TAGS(SYNOPTIC_HTML_TAG)
#undef SYNOPTIC_HTML_TAG
};

}  // namespace

std::string_view name_of(Tag tag) {
  if (tag == Tag::template_) return "template";
  if (tag == Tag::annotation_xml) return "annotation-xml";
  return tag < Tag::count_ ? kNames[static_cast<size_t>(tag)] : std::string_view();
}

Tag tag_of(std::string_view lower_case_name) {
  static const auto tags = [] {
    std::unordered_map<std::string_view, Tag> all;
    for (size_t i = 1; i < kNames.size(); ++i) {
      all.emplace(name_of(static_cast<Tag>(i)), static_cast<Tag>(i));
    }
    return all;
  }();
  const auto found = tags.find(lower_case_name);
  return found == tags.end() ? Tag::unknown : found->second;
}

}  // namespace synoptic::html
