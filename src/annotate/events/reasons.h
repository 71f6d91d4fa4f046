// Names in what a deed was done for: "sanctioned 14 firms for selling Iranian oil to China" befalls
// neither Iran nor China. Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// Does the name stand in words of a reason that belong to the deed? By the rows "reason" and
// "reason_after" of events_grammar.tsv.
bool is_in_reason(const Sentence& sentence, const Trigger& deed, const Name& name);

}  // namespace synoptic::annotate::syntax
