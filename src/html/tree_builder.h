// Tags to a flat tree in document order: the parts of the HTML Standard's tree construction that
// decide where text belongs (implied end tags, scopes, tables, foreign content). What is left out:
// no html, head or body is made up, text in tables is not moved before them, and formatting is not
// opened again in the next block. So every node stands where its bytes stand, and the work is
// linear in the input. Private to the room.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "html/html.h"
#include "html/tokenizer.h"

namespace synoptic::html {

struct Tree {
  std::string source;
  std::vector<Node> nodes;
  std::vector<Attribute> attributes;
  std::unordered_map<uint32_t, text::OffsetMap> maps;  // of texts that are not verbatim
  std::deque<std::string> made;  // texts that differ from their bytes; addresses are stable
};

// Fills nodes and attributes from tree.source.
void build_tree(Tree& tree);

}  // namespace synoptic::html
