// One name in the place of another: accounts that all name one party or place, and an account that
// names a different one in the same words. Private to the room.
#pragma once

#include "compare/outcomes/outcomes.h"
#include "compare/statements/passages.h"
#include "compare/statements/same_statement.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_names(const Input& input, const Passages& passages,
                                  const SameStatement& sentences,
                                  const std::vector<OutcomeSpot>& outcomes);

// Where accounts name somebody or something; a sort for each type of entity.
std::vector<Claim> collect_names(const Input& input);

// Of names, those that can stand for one another: people, bodies with countries, places with
// countries. Those of one account stay together.
std::vector<std::vector<const Claim*>> name_kinds(const std::vector<Claim>& names);

}  // namespace synoptic::compare
