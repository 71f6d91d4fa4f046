// Whom a description means: "the head of the port, Ben Holt", "директор завода «Заря» Иван Котов",
// and whom a deed befell behind an aside: "A man, arrested on Monday, was charged". Private to the
// room.
#pragma once

#include "annotate/events/arguments.h"

namespace synoptic::annotate::syntax {

// Puts the person in the place of what describes him.
void name_described(const Sentence& sentence, const Trigger& trigger, Roles& roles);

// Of a passive that nobody was found for: the words before the aside that it stands behind.
void take_befallen(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
                   const model::Article& article, Roles& roles);

}  // namespace synoptic::annotate::syntax
