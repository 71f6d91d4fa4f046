// Kept lines -> blocks: subheads, lists and captions are told from paragraphs. Private to the room.
#pragma once

#include <vector>

#include "clean/classify.h"
#include "model/article.h"

namespace synoptic::clean {

// What is cut off a block (a caption's credit) goes to `removed`.
std::vector<model::Block> build_blocks(Page& page, const knowledge::Knowledge& knowledge,
                                       std::vector<model::Removed>& removed);

}  // namespace synoptic::clean
