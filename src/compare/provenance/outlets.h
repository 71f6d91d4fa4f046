// Which account has its report from which: the publishers of a story looked for in one another's
// texts, in any script. Private to the room.
#pragma once

#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

struct Citation {
  uint32_t from = 0, to = 0;  // tellings
  Span span;                  // of the name, in `from`
};

// At most one of each pair, in the order of the text.
std::vector<Citation> cited_accounts(const Input& input);

// The article has a word that says from whom something is told.
bool has_sourcing_word(const Telling& telling);

}  // namespace synoptic::compare
