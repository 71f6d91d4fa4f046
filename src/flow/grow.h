// The stories of a store brought up to date with the articles that came in. Private to the room.
#pragma once

#include <cstdint>
#include <string>

#include "flow/flow.h"
#include "flow/vectors.h"

namespace synoptic::flow {

struct Run {  // one `add`
  int64_t number = 0;
  std::string time;     // ISO 8601 in UTC
  std::string webhook;  // URL that gets what is new; may be empty
};

// Gives the articles that are in no story yet to a grouper that stands where the last one stood;
// without its rows, or with those of another version, all articles are grouped anew. A newer
// version of an article takes the older one's place. What is new goes to the log in the same
// transaction.
// `vectors`: of the new articles; may want none.
Result<void> group_new(const Engine& engine, store::Store& store, const Run& run, Vectors& vectors);

}  // namespace synoptic::flow
