// What sounds like an attack, a seizure or a retreat and is a figure of speech: "cut rates", "hit a
// record low", "the company attacked the market". Private to the room.
#pragma once

#include "annotate/events/clause.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

// By what it is done to, or by what does it.
bool is_figure_of_speech(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
                         const model::Event& event);

// By who does it: companies, clubs and the like.
bool is_peaceful(const model::Event& event, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::annotate::syntax
