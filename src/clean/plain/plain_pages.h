// Text that was taken out of the pages of a paper (PDF): lines broken at the margin with hyphens,
// heads that run over each page. A paragraph that goes on
// overleaf stays in two: each block is proven by the bytes of its span. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

struct PaperText {
  std::vector<Piece> pieces;
  Piece outlet;  // of the first running head: the paper's name; empty: not told
};

// nullopt: the text from `begin` on is no such text.
std::optional<PaperText> read_paper(std::string_view text, uint32_t begin);

}  // namespace synoptic::clean
