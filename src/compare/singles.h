// What only one account says: figures, deeds, quotes, lists and sentences without a counterpart.
// Private to the room.
#pragma once

#include "compare/outcomes/deeds.h"
#include "compare/statements/passages.h"
#include "compare/statements/quotes.h"

namespace synoptic::compare {

std::vector<Ranked> find_singles(const Input& input, const std::vector<Group>& groups,
                                 const Deeds& deeds, const Quotes& quotes,
                                 const Passages& passages);

}  // namespace synoptic::compare
