// What a court condemns it convicts: "Das Gericht verurteilt …". Private to the room.
#pragma once

#include "annotate/events/arguments.h"

namespace synoptic::annotate::syntax {

// "Суд засудив", "tribunal condenó": the court that the words of the deed hold.
void take_court(const Sentence& sentence, const Trigger& trigger, const model::Article& article,
                Roles& roles);

// By the words "court" of events_grammar.tsv among those of who does it.
void convict_by_court(const Sentence& sentence, model::Event& event);

}  // namespace synoptic::annotate::syntax
