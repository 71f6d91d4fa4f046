// Known names with one slip of the pen, where the words around them leave no doubt. Private to the
// room.
#pragma once

#include "annotate/names/taken_ranges.h"

namespace synoptic::annotate {

void find_misspelt(Work& work, TakenRanges& taken);

}  // namespace synoptic::annotate
