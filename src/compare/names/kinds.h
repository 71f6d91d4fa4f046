// One kind of people or things in another's stead: every account but one says "the judge", one says
// "the prosecutor", in clauses that are alike. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

// Kinds of this sort are reasons: causes.cpp asks for them, too.
bool is_cause(std::string_view sort);

std::vector<Ranked> compare_kinds(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
