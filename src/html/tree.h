// A document as it grows. While every node is put behind all others, which is so on most pages, the
// order in which they are made is the order of the document and nothing has to be kept but parents.
// The first node that goes elsewhere (out of a table, into a reopened head) makes the tree a linked
// one; finish() then writes the nodes anew in order. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/growth.h"
#include "html/html.h"
#include "html/text_arena.h"

namespace synoptic::html {

struct Place {
  uint32_t parent = kNone;
  uint32_t before = kNone;  // kNone: at the end
};

class Tree {
 public:
  static constexpr uint32_t kMaxDepth = 512;

  // With the document as node 0.
  void begin(std::string_view source);
  uint32_t insert(Place place, const Node& node) {
    if (place.before == kNone && !linked_ && close_down_to(place.parent)) {
      make_room(nodes, node.span.begin, source.size());
      nodes.push_back(node);
      Node& added = nodes.back();
      added.parent = place.parent;
      added.depth = static_cast<uint16_t>(nodes[place.parent].depth + 1);
      return static_cast<uint32_t>(nodes.size() - 1);
    }
    return insert_linked(place, node);
  }
  void move(uint32_t node, Place place);
  void move_children(uint32_t from, uint32_t to);  // `to` may be the last of them, and stays
  void remove(uint32_t node);                      // with all that is in it
  // Sets subtree_end and, where needed, the order and depth of all nodes.
  void finish();

  std::string_view source;
  std::string owned_source;
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  TextArena arena;
  Doctype doctype;
  Quirks quirks = Quirks::kNone;
  Notes notes;

 private:
  struct Links {
    uint32_t first = kNone, last = kNone;  // children
    uint32_t previous = kNone, next = kNone;
  };

  // Ends the subtrees of all open nodes below `parent`. False: it is not open itself, so its next
  // child does not come behind all nodes. A node is closed once, which bounds the work.
  bool close_down_to(uint32_t parent) {
    const auto end = static_cast<uint32_t>(nodes.size());
    for (uint32_t i = end - 1; i != parent; i = nodes[i].parent) {
      if (i == 0) return false;
      nodes[i].subtree_end = end;
    }
    return true;
  }
  uint32_t insert_linked(Place place, const Node& node);
  void link_all();
  void link(uint32_t node, Place place);
  void unlink(uint32_t node);
  void write_in_order();
  void move_to_new_places(uint32_t count);

  std::vector<Links> links_;
  bool linked_ = false;
};

}  // namespace synoptic::html
