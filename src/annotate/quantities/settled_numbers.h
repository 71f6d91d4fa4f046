// What was read before its numbers were. Private to the room.
#pragma once

#include "model/annotation.h"

namespace synoptic::annotate {

// A number that counts is no year ("до 1950 рублей") and no part of a name that nobody knows ("الشركة
// 2000 وظيفة"): such years go, such names end before it.
void settle_numbers(model::Annotated& annotated);

}  // namespace synoptic::annotate
