// What the steps that find an article's text ask of a piece. Private to the room.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "clean/html/html_page.h"

namespace synoptic::clean {

// The share of its letters that stand in links.
double link_share(const PagePiece& p);
// Anywhere; scripts that write without marks count as having them.
bool has_sentence_mark(const PagePiece& p);
// With a full stop as its last sign.
bool ends_sentence(const PagePiece& p);

// The innermost element inside the piece's own that is wanted and holds all of the piece but its
// last `most_behind` bytes; html::kNone: there is none.
template <typename Wanted>
uint32_t element_around(const HtmlPage& page, const PagePiece& p, uint32_t most_behind,
                        Wanted wanted) {
  const auto& nodes = page.document.nodes();
  const auto begin = nodes.begin() + p.node + 1;
  const auto end = nodes.begin() + nodes[p.node].subtree_end;
  const auto text =
      std::lower_bound(begin, end, p.piece.span.begin,
                       [](const html::Node& node, uint32_t at) { return node.span.begin < at; });
  if (text == end || text->span.begin != p.piece.span.begin) return html::kNone;
  for (uint32_t i = text->parent; i != html::kNone && i > p.node; i = nodes[i].parent) {
    const uint32_t behind = nodes[i].subtree_end;
    const bool whole =
        behind >= nodes.size() || nodes[behind].span.begin + most_behind >= p.piece.span.end;
    if (whole && wanted(i)) return i;
  }
  return html::kNone;
}
// All of it, but for one sign behind, stands inside one element with one of these tags.
bool is_wholly_in(const HtmlPage& page, const PagePiece& p, html::Tag a, html::Tag b);

inline bool is_shown(const PagePiece& p) { return !p.piece.outside && p.weight > 0; }

inline void put_out(PagePiece& p, std::string_view reason) {
  p.piece.outside = true;
  p.piece.reason = reason;
}

// The copies of the page's headline, compared by their letters and digits.
class Headlines {
 public:
  explicit Headlines(const std::vector<std::string>& titles);
  bool hold(std::string_view text) const;

 private:
  std::vector<std::string> keys_;
  size_t shortest_ = SIZE_MAX, longest_ = 0;  // bytes
};

// A script, a style, or no letter at all.
inline bool is_code(const PagePiece& p) {
  return p.piece.reason == "script" || p.piece.reason == "style" || p.weight == 0;
}

}  // namespace synoptic::clean
