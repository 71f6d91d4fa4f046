// "Received no offer of talks", "müzakere için hiçbir teklif almadı": a deed that was only offered
// or asked for, and not even that. Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

bool is_of_no_offer(const Sentence& sentence, const Trigger& trigger);

}  // namespace synoptic::annotate::syntax
