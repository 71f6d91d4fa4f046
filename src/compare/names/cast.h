// The cast of a story: who and what its accounts name. A known name goes by its id; unknown ones
// are one where they are spelt alike in whatever script. Private to the room.
#pragma once

#include "compare/claim.h"
#include "compare/names/same_name.h"

namespace synoptic::compare {

// Gives each mention its key in Telling::keys, and adds the unknown names to Input::named_by. In
// large stories unknown names get none.
void assign_keys(Input& input);

// The names of each account, as assign_keys() reads them.
std::vector<CastName> cast_of(Input& input);

// What a party of an event or a quote goes by: the key of its mention, else its folded name behind
// "?".
std::string key_of(const Telling& telling, const model::Argument& argument);

}  // namespace synoptic::compare
