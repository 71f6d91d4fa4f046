// A cup is won and beats nobody; those who agree on a truce are others than who announces it.
// Private to the room.
#pragma once

#include "annotate/events/arguments.h"

namespace synoptic::annotate::syntax {

// "A won the league after beating B": whose side a verb of beating found is the contest; A's it is.
void drop_contest(const Sentence& sentence, const Trigger& trigger, Roles& roles);

// "X announced that A and B had agreed to a truce": the truce is between A and B.
void take_agreed(const Sentence& sentence, const Trigger& trigger, Roles& roles);

}  // namespace synoptic::annotate::syntax
