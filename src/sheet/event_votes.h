// What the accounts together take for the event of their story: the deed, who did it, where, and
// whose title tells it best. Votes of the accounts' titles and leads. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sheet/values.h"

namespace synoptic::sheet {

struct Told {
  const model::Annotated* annotated = nullptr;
  const model::Event* event = nullptr;
};

struct DeedVote {
  std::string action;      // empty: the accounts have no deed in common
  std::vector<Told> told;  // the clause of each account that tells it best
};

DeedVote vote_for_deed(const std::vector<const model::Annotated*>& originals);

// What an entity or place got, and the values that named it: one of each account, best told first.
struct Vote {
  std::string norm;
  double weight = 0;
  std::vector<model::FactValue> values;
};

// Who acts in titles and leads, the most likely first. Towns and regions act only for others.
std::vector<Vote> vote_for_actor(const Accounts& accounts,
                                 const std::vector<const model::Annotated*>& originals,
                                 const std::string& action);

// Where it is: places of titles and leads, the most likely first; the dateline says where the
// report was written. A town stands before the country that it is in.
std::vector<Vote> vote_for_place(const Accounts& accounts,
                                 const std::vector<const model::Annotated*>& originals);

// The title that tells the event, for a reader of gloss::kReader: what most accounts say, and
// nothing that another account contradicts. Null: no title.
const model::Annotated* best_title(const Accounts& accounts,
                                   const std::vector<const model::Annotated*>& originals,
                                   const std::string& action);

}  // namespace synoptic::sheet
