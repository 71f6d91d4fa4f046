// Whom the words of a search mean. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"

namespace synoptic::serve {

// Ids of the entities that the knowledge calls so in any language or script, also where the name
// has an ending of one ("Эрдогана").
std::vector<std::string> entities_meant(const knowledge::Knowledge& knowledge,
                                        std::string_view words);

}  // namespace synoptic::serve
