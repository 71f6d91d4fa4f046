// Verbs whose subject is whom it befell: "X was arrested", "X détenu à Lund". Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// "The accused", "l'accusé", "Lund-backed": told of somebody, and no deed.
bool is_no_verb(const Sentence& sentence, const Trigger& trigger);

// By the words "passive", "perfect" and the endings of "participle" in events_grammar.tsv.
void mark_passives(Sentence& sentence);

}  // namespace synoptic::annotate::syntax
