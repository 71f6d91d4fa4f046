#include "html/open_elements.h"

namespace synoptic::html {

void OpenElements::remove(size_t position) {
  --counts_[index(elements_[position].tag)];
  elements_.erase(elements_.begin() + static_cast<std::ptrdiff_t>(position));
}

void OpenElements::insert(size_t position, const OpenElement& element) {
  ++counts_[index(element.tag)];
  elements_.insert(elements_.begin() + static_cast<std::ptrdiff_t>(position), element);
}

size_t OpenElements::find_last(Tag tag) const {
  if (!holds(tag)) return kNowhere;
  for (size_t i = elements_.size(); i-- > 0;) {
    if (elements_[i].tag == tag) return i;
  }
  return kNowhere;
}

size_t OpenElements::position_of(uint32_t node) const {
  for (size_t i = elements_.size(); i-- > 0;) {
    if (elements_[i].node == node) return i;
  }
  return kNowhere;
}

bool OpenElements::in_scope_by_look(Tag tag, Traits borders) const {
  for (size_t i = elements_.size(); i-- > 0;) {
    if (elements_[i].tag == tag) return true;
    if ((elements_[i].traits & borders) != 0) return false;
  }
  return false;
}

bool OpenElements::heading_in_scope() const {
  uint32_t open = 0;
  for (const Tag tag : {Tag::h1, Tag::h2, Tag::h3, Tag::h4, Tag::h5, Tag::h6}) {
    open += counts_[index(tag)];
  }
  for (size_t i = elements_.size(); open > 0 && i-- > 0;) {
    if ((elements_[i].traits & kHeading) != 0) return true;
    if ((elements_[i].traits & kScopeBorder) != 0) return false;
  }
  return false;
}

bool OpenElements::node_in_scope(uint32_t node) const {
  for (size_t i = elements_.size(); i-- > 0;) {
    if (elements_[i].node == node) return true;
    if ((elements_[i].traits & kScopeBorder) != 0) return false;
  }
  return false;
}

}  // namespace synoptic::html
