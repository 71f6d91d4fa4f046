// Who is named in several accounts, by one id or by names that are spelt alike in other scripts,
// and as what: who said it, who acted, to whom. Private to the room.
#pragma once

#include "compare/verdict.h"

namespace synoptic::compare {

// `told`: facts that are told already; a party is not told twice.
std::vector<Ranked> compare_parties(const Input& input, const std::vector<Ranked>& told);

}  // namespace synoptic::compare
