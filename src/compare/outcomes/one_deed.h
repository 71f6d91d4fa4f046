// Whether two accounts tell one and the same deed, so that what one affirms the other may deny.
// Private to the room.
#pragma once

#include "compare/outcomes/scene.h"

namespace synoptic::compare {

// One word for it, one doer or one whom it was done to, nobody else in either part, and clauses
// that are alike.
bool are_one_deed(const Input& input, const Node& a, const Node& b);

// "Has not changed plans to visit", "life without parole": what is denied there is another thing
// than the visit and the sentence.
bool is_itself_denied(const Input& input, const Node& node);

// "Refused to concede": it was not done.
bool is_refused(const Input& input, const Node& node);

// What one party can stand for: "against Anna Lind", "against Norland" answer two questions.
bool are_of_a_kind(const knowledge::Knowledge& knowledge, const std::string& a,
                   const std::string& b);

}  // namespace synoptic::compare
