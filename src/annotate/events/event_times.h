// An event's time, made as narrow as the article makes it. Private to the room.
#pragma once

#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::annotate {

// "this week … They meet from Monday to Friday": an event of a week or a month takes the only
// narrower period inside it that a sentence nearby tells of the same parties.
void narrow_times(model::Annotated& annotated, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::annotate
