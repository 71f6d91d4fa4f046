// The quotations of a passage that may be speech: names and titles in marks left out, cues inside
// the marks cut out. Private to the room.
#pragma once

#include <vector>

#include "annotate/quotes/quote_sentence.h"

namespace synoptic::annotate::syntax {

std::vector<Frame> frames_of(const Passage& p, const QuoteCues& cues);

}  // namespace synoptic::annotate::syntax
