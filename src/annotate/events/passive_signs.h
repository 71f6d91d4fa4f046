// Passives that a vowel sign alone tells: "قُتل" is "was killed", "قتل" is "killed" or "was killed".
// Private to the room.
#pragma once

#include <vector>

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// Turns the verbs written so into passives.
void read_passive_signs(const Sentence& sentence, std::vector<Trigger>& triggers);

}  // namespace synoptic::annotate::syntax
