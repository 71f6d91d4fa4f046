// Whose title tells the event of a story best. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "sheet/values.h"

namespace synoptic::sheet {

// The title that tells the event, for a reader of gloss::kReader: what most accounts say, and
// nothing that another account contradicts. Null: no title.
const model::Annotated* best_title(const Accounts& accounts,
                                   const std::vector<const model::Annotated*>& originals,
                                   const std::string& action);

}  // namespace synoptic::sheet
