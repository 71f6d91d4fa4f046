// A tree of a page as a list that two readers' trees can be compared by: elements with their
// attributes, and texts, in document order, each with its depth.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::differential {

struct Item {
  bool is_text = false;
  uint32_t depth = 0;  // of the item; the document's children have 0
  std::string name;    // of an element, lower case
  std::string text;
  std::map<std::string, std::string> attributes;  // lower-case names
  bool operator==(const Item&) const = default;
};

using Outline = std::vector<Item>;

// Left out: comments, doctypes, texts of white space only. Merged: texts beside each other. White
// space at the ends of texts and case of names do not count.
Outline outline_of_myhtml(std::string_view utf8);
Outline outline_of_ours(std::string_view utf8, const Outline& theirs);

}  // namespace synoptic::differential
