// What a court condemns it convicts: "Das Gericht verurteilt …". Private to the room.
#pragma once

#include "annotate/events/arguments.h"
#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// "Top court halts the mine, fines X": in a headline the verb behind the comma is the court's.
void take_court_of_headline(const Sentence& sentence, const Trigger& trigger,
                            const model::Article& article, Roles& roles);

// "Суд засудив", "tribunal condenó": the court that the words of the deed hold.
void take_court_of_verb(const Sentence& sentence, const Trigger& trigger,
                        const model::Article& article, Roles& roles);

// By the words "court" of events_grammar.tsv among those of who does it.
void convict_by_court(const Sentence& sentence, model::Event& event);

}  // namespace synoptic::annotate::syntax
