// The stack of open elements (HTML Standard, 13.2.4.2). It is bounded, and it knows how many of
// each tag are open, so that most questions about scopes are answered without a look at it.
// Private to the room.
#pragma once

#include <array>
#include <vector>

#include "html/element_kinds.h"
#include "html/html.h"

namespace synoptic::html {

struct OpenElement {
  uint32_t node = kNone;
  Tag tag = Tag::unknown;  // of HTML elements only
  Namespace space = Namespace::kHtml;
  Traits traits = 0;
};

class OpenElements {
 public:
  OpenElements() { elements_.reserve(64); }

  bool empty() const { return elements_.empty(); }
  size_t size() const { return elements_.size(); }
  const OpenElement& top() const { return elements_.back(); }
  const OpenElement& operator[](size_t position) const { return elements_[position]; }

  void push(const OpenElement& element) {
    elements_.push_back(element);
    ++counts_[index(element.tag)];
  }
  void pop() {
    --counts_[index(elements_.back().tag)];
    elements_.pop_back();
  }
  void pop_to(size_t size) {
    while (elements_.size() > size) pop();
  }
  void pop_through(Tag tag) {  // up to and with the last such one, which there is
    while (top().tag != tag) pop();
    pop();
  }
  void remove(size_t position);
  void insert(size_t position, const OpenElement& element);
  void replace(size_t position, uint32_t node) { elements_[position].node = node; }

  bool holds(Tag tag) const { return counts_[index(tag)] != 0; }
  // kNowhere where there is none.
  size_t find_last(Tag tag) const;
  size_t position_of(uint32_t node) const;
  static constexpr size_t kNowhere = SIZE_MAX;

  // Whether an element of the tag is open and none of `borders` is inside it.
  bool in_scope(Tag tag, Traits borders = kScopeBorder) const {
    return holds(tag) && in_scope_by_look(tag, borders);
  }
  bool in_button_scope(Tag tag) const { return in_scope(tag, kScopeBorder | kButtonBorder); }
  bool in_table_scope(Tag tag) const { return in_scope(tag, kTableBorder); }
  bool heading_in_scope() const;  // h1 to h6
  bool node_in_scope(uint32_t node) const;

  void end_implied(Tag except = Tag::unknown) {
    while ((top().traits & kImpliedEnd) != 0 && top().tag != except) pop();
  }
  void end_implied_thoroughly() {
    while ((top().traits & kThoroughEnd) != 0) pop();
  }

 private:
  static size_t index(Tag tag) { return static_cast<size_t>(tag); }
  bool in_scope_by_look(Tag tag, Traits borders) const;

  std::vector<OpenElement> elements_;
  std::array<uint32_t, static_cast<size_t>(Tag::count_)> counts_{};
};

}  // namespace synoptic::html
