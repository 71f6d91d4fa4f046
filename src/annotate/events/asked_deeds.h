// Deeds that are asked for where verbs end their clauses. Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// "辞任を求めた": nobody resigned.
void mark_asked_deeds(Sentence& sentence);

}  // namespace synoptic::annotate::syntax
