#include "clean/main_text/main_text_under_pictures.h"

#include <algorithm>

#include "clean/main_text/main_text_pieces.h"
#include "clean/page.h"
#include "clean/people/picture_credit.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;
using model::BlockKind;

constexpr uint32_t kWidestUnderPicture = 300;   // weight of a line under a picture
constexpr uint32_t kFarthestUnderPicture = 40;  // nodes between the picture and the line

// The first piece behind the picture that is shown.
size_t first_shown_behind(const HtmlPage& page, uint32_t picture) {
  const auto& pieces = page.pieces;
  const uint32_t begin = page.document.nodes()[picture].span.begin;
  auto found = std::partition_point(pieces.begin(), pieces.end(),
                                    [&](const PagePiece& p) { return p.piece.span.begin < begin; });
  while (found != pieces.end() && !is_shown(*found)) ++found;
  return static_cast<size_t>(found - pieces.begin());
}

bool ends_with_credit_of_picture(const PagePiece& p, const Knowledge& knowledge) {
  const Line line = measure(Piece(p.piece));
  return credit_in(line, knowledge) || bracketed_credit(line, knowledge) ||
         bare_credit(line, knowledge);
}

}  // namespace

void name_lines_under_pictures(HtmlPage& page, const Knowledge& knowledge) {
  for (const uint32_t picture : page.lists.pictures) {
    const size_t at = first_shown_behind(page, picture);
    if (at >= page.pieces.size()) continue;
    PagePiece& p = page.pieces[at];
    if (p.piece.kind != BlockKind::kParagraph || p.piece.level == 1 ||
        p.weight > kWidestUnderPicture || p.node > picture + kFarthestUnderPicture ||
        link_share(p) > 0.5 || !ends_with_credit_of_picture(p, knowledge)) {
      continue;
    }
    p.piece.kind = BlockKind::kCaption;
    p.piece.level = 0;
    p.piece.marked_heading = false;
  }
}

}  // namespace synoptic::clean
