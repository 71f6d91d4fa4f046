// One account tells two outcomes of one matter in the names of two: the minister says that no
// ransom was paid, a source that it was. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <utility>

#include "compare/claim.h"
#include "compare/outcomes/outcome_contest.h"

namespace synoptic::compare {

struct OutcomeDispute {
  size_t yes = 0, no = 0;             // spots of the contest, of one account
  std::map<uint32_t, size_t> others;  // per account: its spot, where it tells one of both
};

// None where no other account speaks of the matter.
std::optional<OutcomeDispute> find_outcome_dispute(const Input& input, OutcomeContest& contest);

// Whose words a clause stands in; empty: the account's own, or nobody's that is named.
std::string_view outcome_voice(const Input& input, const OutcomeSpot& spot);

}  // namespace synoptic::compare
