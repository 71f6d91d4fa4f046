// The list of active formatting elements (HTML Standard, 13.2.4.3), bounded. Private to the room.
#pragma once

#include <vector>

#include "html/html.h"

namespace synoptic::html {

struct FormattingEntry {
  uint32_t node = kNone;  // kNone: a marker
  Tag tag = Tag::unknown;
};

class FormattingList {
 public:
  // Behind the last marker. One more pushes the first of them out: no page needs as many, and each
  // new block would open all of them again.
  static constexpr size_t kMaxEntries = 48;
  static constexpr size_t kMaxMarkers = 2048;

  bool empty() const { return entries_.empty(); }
  size_t size() const { return entries_.size(); }
  FormattingEntry& operator[](size_t position) { return entries_[position]; }
  const FormattingEntry& operator[](size_t position) const { return entries_[position]; }
  bool is_marker(size_t position) const { return entries_[position].node == kNone; }

  // Of three alike elements the first goes (the "Noah's Ark clause").
  void push(FormattingEntry entry, const std::vector<Node>& nodes,
            const std::vector<Attribute>& attributes);
  void push_marker();
  void clear_to_marker();
  void remove(size_t position);
  void insert(size_t position, FormattingEntry entry);

  static constexpr size_t kNowhere = SIZE_MAX;
  size_t find_behind_marker(Tag tag) const;  // the last one
  size_t position_of(uint32_t node) const;

 private:
  std::vector<FormattingEntry> entries_;
  size_t markers_ = 0;
};

}  // namespace synoptic::html
