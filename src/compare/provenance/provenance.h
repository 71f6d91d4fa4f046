// Who had it from whom: the first report, cited origins, copies, accounts that cite nobody, and the
// order in time. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

model::Provenance trace(const model::Story& story, const Input& input);

}  // namespace synoptic::compare
