// What a reader must know of a story before its facts: that there is only one account, that dates
// are missing, that it is two events. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

// Accounts parted by the events they tell, the larger event first; one list: it is one event.
std::vector<std::vector<uint32_t>> events_of(const Input& input);

std::vector<model::Note> notes_of(const Input& input,
                                  const std::vector<std::vector<uint32_t>>& events);

}  // namespace synoptic::compare
