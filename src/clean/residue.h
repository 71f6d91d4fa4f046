// What stands between an article's lines and is not of it: headlines said again, captions without
// their pictures, links to other articles, everything behind the end. Private to the room.
#pragma once

#include "clean/classify.h"
#include "clean/title.h"

namespace synoptic::clean {

// Gives every line that is not of the body its reason. What is left without one is the body.
void mark_residue(Page& page, const Title& title, const knowledge::Knowledge& knowledge,
                  bool has_markup);

}  // namespace synoptic::clean
