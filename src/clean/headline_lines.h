// Headlines and short sentences whose first word is a label's as well: "Print is dead, says an
// editor of 80", "Source: 3 ministers to resign". Private to the room.
#pragma once

#include "clean/classify.h"
#include "clean/cue_match.h"
#include "clean/draft.h"

namespace synoptic::clean {

// The cue is only the line's first word, no colon behind it, and what follows has a figure and
// words that no page says of itself: "Sharing a flat costs 12% more". In a script without spaces
// the cue may be the beginning of a longer word.
bool begins_news(const knowledge::Knowledge& knowledge, const knowledge::Cue& cue,
                 const Line& line);

// Behind the label of a source: a figure and a few words, no name.
bool tells_news(const knowledge::Knowledge& knowledge, const CueHit& label, const Line& line);

// Lines that were taken for labels, counters or by-lines, and are the headline: the page says so,
// or nothing else above the text could be one.
void keep_headlines(const knowledge::Knowledge& knowledge, const PageFacts& facts, Page& page);

}  // namespace synoptic::clean
