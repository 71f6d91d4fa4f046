// Residue inside texts that came without their markup: feeds, archives, pages saved as text. What
// elements and their classes would tell has to be told by words (data/clean/plain.tsv): galleries,
// lines about pictures, boxes of teasers, notes to readers. Private to the room.
#pragma once

#include <vector>

#include "clean/page.h"

namespace synoptic::clean {

// Puts such lines outside, each with its reason, and makes captions of those about pictures.
void mark_plain_residue(const knowledge::Knowledge& knowledge, std::vector<Line>& lines);

}  // namespace synoptic::clean
