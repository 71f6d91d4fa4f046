// Two who speak in one sentence: "The police said 5,000, the organisers said 20,000", "according to
// the police …; according to the organisers …". Private to the room.
#pragma once

#include <vector>

#include "annotate/quotes/quote_cues.h"
#include "annotate/quotes/quote_speaker.h"

namespace synoptic::annotate::syntax {

// Tokens of [begin, end) at which the part of another speaker begins, in order. In front of each
// stands a comma, a semicolon or a dash, and a part that has its own speaker.
std::vector<size_t> second_voices(const Passage& p, const QuoteCues& cues,
                                  const SpeakerFinder& speakers, size_t begin, size_t end);

}  // namespace synoptic::annotate::syntax
