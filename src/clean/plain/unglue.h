// Words that stand together because a blank or a line break was lost. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "clean/draft.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// A subhead glued to the paragraph behind it ("…of the talksThe minister said …") becomes a heading
// and a paragraph; a name glued to the word behind it gets its blank. Only where the seam is
// certain: the letters tell, or both words are known, one of them from the same page. A page has
// markup where a subhead ends.
std::vector<Piece> part_glued(std::vector<Piece> pieces, const knowledge::Knowledge& knowledge,
                              std::string_view lang, model::Format format);

}  // namespace synoptic::clean
