#include "html/formatting.h"

#include <algorithm>

namespace synoptic::html {
namespace {

// The same attributes, in any order. In another order they are compared one with each: that costs
// no more than this many comparisons.
constexpr uint32_t kMostUnordered = 16;

bool have_same_attributes(const Node& a, const Node& b, const std::vector<Attribute>& all) {
  const uint32_t count = a.attributes_end() - a.attributes_begin();
  if (count != b.attributes_end() - b.attributes_begin()) return false;
  const auto equal = [&](uint32_t i, uint32_t k) {
    return all[i].name == all[k].name && all[i].value == all[k].value;
  };
  uint32_t same = 0;
  while (same < count && equal(a.attributes_begin() + same, b.attributes_begin() + same)) ++same;
  if (same == count) return true;
  if (count > kMostUnordered) return false;
  for (uint32_t i = a.attributes_begin() + same; i < a.attributes_end(); ++i) {
    bool found = false;
    for (uint32_t k = b.attributes_begin(); k < b.attributes_end() && !found; ++k)
      found = equal(i, k);
    if (!found) return false;
  }
  return true;
}

}  // namespace

void FormattingList::push(FormattingEntry entry, const std::vector<Node>& nodes,
                          const std::vector<Attribute>& attributes) {
  size_t alike = 0, count = 0, first_alike = 0, first = entries_.size();
  for (size_t i = entries_.size(); i-- > 0 && !is_marker(i);) {
    ++count;
    first = i;
    if (entries_[i].tag == entry.tag &&
        nodes[entries_[i].node].name() == nodes[entry.node].name() &&
        have_same_attributes(nodes[entries_[i].node], nodes[entry.node], attributes)) {
      ++alike;
      first_alike = i;
    }
  }
  if (alike >= 3) {
    remove(first_alike);
  } else if (count >= kMaxEntries) {
    remove(first);
  }
  entries_.push_back(entry);
}

void FormattingList::push_marker() {
  if (markers_ >= kMaxMarkers) return;
  entries_.push_back({});
  ++markers_;
}

void FormattingList::clear_to_marker() {
  while (!entries_.empty()) {
    const bool marker = entries_.back().node == kNone;
    entries_.pop_back();
    if (marker) {
      --markers_;
      return;
    }
  }
}

void FormattingList::remove(size_t position) {
  entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(position));
}

void FormattingList::insert(size_t position, FormattingEntry entry) {
  entries_.insert(entries_.begin() + static_cast<std::ptrdiff_t>(position), entry);
}

size_t FormattingList::find_behind_marker(Tag tag) const {
  for (size_t i = entries_.size(); i-- > 0 && !is_marker(i);) {
    if (entries_[i].tag == tag) return i;
  }
  return kNowhere;
}

size_t FormattingList::position_of(uint32_t node) const {
  for (size_t i = entries_.size(); i-- > 0;) {
    if (entries_[i].node == node) return i;
  }
  return kNowhere;
}

}  // namespace synoptic::html
