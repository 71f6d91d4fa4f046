// What looks like an attack or an accusation by its verb, and is none by who does it: "a barge
// struck a pier", "a storm killed three", "engineers inspected the bridge". Private to the room.
#pragma once

#include "annotate/events/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

// Makes an accident of an attack by a vehicle, and leaves deeds of storms and of those who only
// look into a thing untold; false: the event is not to be told.
bool is_deed(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
             model::Event& event);

}  // namespace synoptic::annotate::syntax
