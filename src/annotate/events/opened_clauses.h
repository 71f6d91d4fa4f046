// Clauses behind a word that else stands before a noun: "after X rejected it". Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// Makes such words boundaries; names and triggers are placed before.
void mark_opened_clauses(Sentence& sentence);

}  // namespace synoptic::annotate::syntax
