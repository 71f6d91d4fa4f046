// What one name in a class, id or the like tells of its element. Private to the room.
#pragma once

#include <cstddef>
#include <string_view>

#include "clean/html/html_cues.h"

namespace synoptic::clean {

constexpr size_t kMaxNames = 400;  // bytes of an attribute that are looked at

// Of several names: the first that tells of content, the first that tells of something else.
struct Votes {
  ElementKind content, other;
  void add(ElementKind kind) {
    ElementKind& slot = is_content(kind) ? content : other;
    if (slot.empty()) slot = kind;
  }
  void add(const Votes& votes) {
    if (!votes.content.empty()) add(votes.content);
    if (!votes.other.empty()) add(votes.other);
  }
};

// After the table data/clean/html_cues.tsv: the name itself, or some of its words in a row.
Votes votes_of(std::string_view name);

}  // namespace synoptic::clean
