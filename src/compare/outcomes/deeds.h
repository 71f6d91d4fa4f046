// Who did what to whom, account by account: deeds of one family that share a party are the same
// deed, and their actors, recipients, outcome and certainty are compared. Private to the room.
#pragma once

#include <set>

#include "compare/verdict.h"

namespace synoptic::compare {

struct DeedRef {  // an event of a telling
  uint32_t article = 0, event = 0;
  auto operator<=>(const DeedRef&) const = default;
};

struct Deeds {
  std::vector<Ranked> facts;
  std::set<DeedRef> aligned;  // events that another account tells too
  std::string main_family;    // of the titles and leads; may be empty
};

Deeds compare_deeds(const Input& input);

model::FactValue cell_of_event(const Input& input, DeedRef ref);
model::FactValue cell_of_argument(const Input& input, uint32_t article,
                                  const model::Argument& argument);

}  // namespace synoptic::compare
