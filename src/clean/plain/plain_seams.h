// Seams that only texts without markup have: clocks glued to years, paragraphs glued to teasers.
// Private to the room.
#pragma once

#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

std::vector<Piece> part_plain_seams(std::vector<Piece> pieces,
                                    const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
