// Which parts of an event one article tells, and what has them: who rescued, where it was bound
// for, when the funeral is, why it happened. For measuring; accounts are laid side by side by
// names/doers.h, figures/moments.h and causes/causes.h.
#pragma once

#include <string>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::compare {

struct PartTold {
  std::string slot;  // actor, recipient, place, date; outcome: of causes
  std::string part;  // as in data/compare/doers/, moments.tsv; "domain: kind" of causes
  Range at;          // of the name, the body, the day or the cause, in its block
};

// In the order of the text, names and bodies before days before causes.
std::vector<PartTold> parts_told(const model::Annotated& annotated,
                                 const knowledge::Knowledge& knowledge);

}  // namespace synoptic::compare
