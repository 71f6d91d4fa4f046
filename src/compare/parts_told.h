// Which parts of an event one article tells, and what has them: who rescued, where it was bound
// for, when the funeral is. For measuring; accounts are laid side by side by names/doers.h and
// figures/moments.h.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::compare {

struct PartTold {
  std::string slot;  // actor, recipient, place, date
  std::string part;  // as in data/compare/doers/ and moments.tsv
  Range at;          // of the name, the body or the day, in its block
};

// In the order of the text, names and bodies before days.
std::vector<PartTold> parts_told(const model::Annotated& annotated,
                                 const knowledge::Knowledge& knowledge);

}  // namespace synoptic::compare
