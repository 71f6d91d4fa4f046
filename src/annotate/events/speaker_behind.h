// "…, announced the governor": who is told behind the verb that tells of what was said. Private to
// the room.
#pragma once

#include <optional>
#include <span>

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// The one to whom a quote before the trigger gives its words; nothing where there is none.
std::optional<model::Argument> speaker_behind(const Sentence& sentence, const Trigger& trigger,
                                              std::span<const model::Quote* const> quotes);

// Is it done by saying it? "…, recognised the mayor" only tells that he spoke.
bool tells_by_saying(const Action& action);

}  // namespace synoptic::annotate::syntax
