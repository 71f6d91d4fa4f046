// What a court condemns it convicts: "Das Gericht verurteilt …". Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// By the words "court" of events_grammar.tsv among those of who does it.
void convict_by_court(const Sentence& sentence, model::Event& event);

}  // namespace synoptic::annotate::syntax
