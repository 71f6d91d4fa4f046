// The names of a sentence with their parts, for clause.cpp. Private to the room.
#pragma once

#include "annotate/clause.h"

namespace synoptic::annotate::syntax {

void place_names(Sentence& sentence);
// The triggers must be known: they tell how far a marker reaches.
void read_markers(Sentence& sentence, const knowledge::Knowledge& knowledge);
// Names joined to a marked one share its part.
void join_names(Sentence& sentence);

}  // namespace synoptic::annotate::syntax
