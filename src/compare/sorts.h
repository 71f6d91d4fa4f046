// The figures, days and places of a story by slot and sort, as they are held against one another.
// Private to the room.
#pragma once

#include <vector>

#include "compare/claim.h"

namespace synoptic::compare {

struct Sort {                         // claims of one slot and sort
  std::vector<const Claim*> answers;  // what each account says of it, each value once
  std::vector<const Claim*> superseded;
  std::vector<const Claim*> taken_back;  // by the account itself: "earlier reports put it at 40"
};

// Of all original tellings. So many claims of each account that all of them together are few.
std::vector<Sort> sorts_of(const Input& input);

}  // namespace synoptic::compare
