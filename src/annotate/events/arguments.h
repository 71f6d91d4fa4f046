// Who did it and to whom: the names and phrases around a trigger put into the places that the
// action's frame and the language's grammar give them. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "annotate/events/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

struct Roles {
  std::vector<model::Argument> actor, recipient, partner;
  std::optional<model::Argument> place;
  std::vector<size_t> used;  // names that have a part
  std::string actor_rule;    // named, phrase, carried, antecedent, by; empty: none
  std::string thing;  // what a passive tells of, where that is no party: "the deal was signed"
  size_t content_begin = 0;  // token behind the recipients, where the content starts
};

// `last_actor`: whom a clause without subject goes on with; may be empty.
Roles find_roles(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
                 const model::Article& article, const std::vector<model::Argument>& last_actor);

model::Argument argument_of(const Name& name);
model::Argument argument_of(const Sentence& sentence, size_t begin, size_t end,
                            const model::Article& article);
model::Argument argument_of(const Sentence& sentence, Range range, const model::Article& article);

}  // namespace synoptic::annotate::syntax
