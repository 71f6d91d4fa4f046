// What the accounts together take for the event of their story: the deed, who did it, and where.
// Votes of the accounts' titles and leads. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sheet/values.h"

namespace synoptic::sheet {

constexpr uint32_t kLeadBlocks = 2;  // of a text, beside its title: its lead

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

}  // namespace synoptic::sheet
