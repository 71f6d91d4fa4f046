// Plain text: a headline that ends like a sentence ("… at last?", "Enough!"). Private to the room.
#pragma once

#include "clean/page.h"
#include "clean/title.h"

namespace synoptic::clean {

// The line above the text that stands alone and is a headline whatever its last sign, kNoLine:
// there is none, or another line is the headline by its look.
size_t headline_with_stop(const Page& page, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
