// Sentences of one language that state the same for sure: they share the words of their matter
// whether or not they state the same of it. Private to the room.
#pragma once

#include <vector>

#include "compare/statements/contradictions.h"
#include "compare/statements/passages.h"
#include "compare/statements/same_statement.h"

namespace synoptic::compare {

// Leaves out the sentences that no other surely states as well; one of another language does.
void drop_unsure(const Input& input, const Passages& passages, const SameStatement& same,
                 std::vector<Contradictions::Where>& where);

}  // namespace synoptic::compare
