#include "html/tree.h"

#include <algorithm>
#include <utility>

namespace synoptic::html {

void Tree::begin(std::string_view text) {
  source = text;
  // Most pages have a node in forty bytes and an attribute in seventy, those with large scripts far
  // fewer: the lists grow once or twice, when a part has shown what the page is like.
  nodes.reserve(text.size() / 128 + 16);
  attributes.reserve(text.size() / 192 + 16);
  Node document;
  document.kind = NodeKind::kDocument;
  document.span = {0, static_cast<uint32_t>(text.size())};
  nodes.push_back(document);
}

uint32_t Tree::insert_linked(Place place, const Node& node) {
  link_all();
  const auto added = static_cast<uint32_t>(nodes.size());
  make_room(nodes, node.span.begin, source.size());
  nodes.push_back(node);
  links_.emplace_back();
  link(added, place);
  return added;
}

void Tree::move(uint32_t node, Place place) {
  link_all();
  unlink(node);
  link(node, place);
}

void Tree::move_children(uint32_t from, uint32_t to) {
  link_all();
  while (links_[from].first != kNone && links_[from].first != to) {
    move(links_[from].first, {to, kNone});
  }
}

void Tree::remove(uint32_t node) {
  link_all();
  unlink(node);
  nodes[node].parent = kNone;
}

void Tree::link_all() {
  if (linked_) return;
  linked_ = true;
  links_.reserve(nodes.capacity());
  links_.resize(nodes.size());
  for (uint32_t i = 1; i < nodes.size(); ++i) link(i, {nodes[i].parent, kNone});
}

void Tree::link(uint32_t node, Place place) {
  nodes[node].parent = place.parent;
  Links& parent = links_[place.parent];
  Links& own = links_[node];
  own.next = place.before;
  own.previous = place.before == kNone ? parent.last : links_[place.before].previous;
  (own.previous == kNone ? parent.first : links_[own.previous].next) = node;
  (own.next == kNone ? parent.last : links_[own.next].previous) = node;
}

void Tree::unlink(uint32_t node) {
  Links& parent = links_[nodes[node].parent];
  Links& own = links_[node];
  (own.previous == kNone ? parent.first : links_[own.previous].next) = own.next;
  (own.next == kNone ? parent.last : links_[own.next].previous) = own.previous;
  own.previous = own.next = kNone;
}

void Tree::finish() {
  if (linked_) {
    write_in_order();
    return;
  }
  close_down_to(0);
  nodes[0].subtree_end = static_cast<uint32_t>(nodes.size());
}

// Moved nodes can be deeper than their stack of open elements was: they too become siblings at the
// greatest depth. What a link is not needed for any more holds the node's new number and parent.
void Tree::write_in_order() {
  for (Links& links : links_) links.previous = kNone;
  uint32_t path[kMaxDepth + 1];  // open nodes, by their old numbers
  uint32_t depth = 0, open = 0;  // depth as it is; `open` as it is written
  uint32_t count = 0;
  for (uint32_t i = 0;;) {
    const uint32_t written = std::min(depth, kMaxDepth);
    for (uint32_t k = open; count > 0 && k >= written; --k) nodes[path[k]].subtree_end = count;
    if (depth > kMaxDepth) notes.depth = true;
    nodes[i].depth = static_cast<uint16_t>(written);
    links_[i].last = written == 0 ? kNone : links_[path[written - 1]].previous;
    links_[i].previous = count++;
    path[written] = i;
    open = written;
    if (links_[i].first != kNone) {
      i = links_[i].first;
      ++depth;
      continue;
    }
    while (i != 0 && links_[i].next == kNone) {
      i = nodes[i].parent;
      --depth;
    }
    if (i == 0) break;
    i = links_[i].next;
  }
  for (uint32_t k = 0; k <= open; ++k) nodes[path[k]].subtree_end = count;
  move_to_new_places(count);
}

// In place: a second list would be the most that the whole page ever needs. The `count` nodes of
// the tree go to the front, those that were removed behind them.
void Tree::move_to_new_places(uint32_t count) {
  uint32_t removed = count;
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (links_[i].previous == kNone) links_[i].previous = removed++;
    nodes[i].parent = links_[i].last;
  }
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    for (uint32_t place; (place = links_[i].previous) != i;) {
      std::swap(nodes[i], nodes[place]);
      std::swap(links_[i].previous, links_[place].previous);
    }
  }
  nodes.resize(count);
  std::vector<Links>().swap(links_);
}

}  // namespace synoptic::html
