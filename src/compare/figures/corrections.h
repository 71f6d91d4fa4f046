// Numbers that an account takes back: "earlier reports had put the toll at 40". Private to the
// room.
#pragma once

#include "compare/align.h"

namespace synoptic::compare {

// Marks those of the claims, which are figures of this telling, that its own words take back.
void note_taken_back(Telling& telling);

// Where others still say what one account takes back: `answers` are what the accounts say.
std::vector<Group> find_corrections(const std::vector<const Claim*>& answers,
                                    const std::vector<const Claim*>& taken_back);

}  // namespace synoptic::compare
