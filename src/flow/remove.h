// Articles taken out of a store, for good: by mistake, or because they may not be kept. Whatever
// quotes them goes or is made anew; other articles stay in the stories where they stand
// (docs/store.md, "Removing").
#pragma once

#include <string>
#include <vector>

#include "flow/flow.h"

namespace synoptic::flow {

struct Removed {
  store::Removal what;
  std::vector<store::ArticleRow> copies;  // of what goes; other articles, which stay
  std::vector<std::string> changed;       // stories that have articles left
  std::vector<std::string> empty;         // stories that have none
};

// What remove() would take out.
Result<Removed> what_goes(const store::Store& store, const std::vector<std::string>& asked,
                          store::Take take);

// Ids of articles, SHA-256s and addresses. What was not found is among `what.unknown`; when nothing
// was found, nothing is written. `time`: of the run, ISO 8601 in UTC. The bytes are gone from the
// file once Store::sweep() has been called, too.
Result<Removed> remove(const Engine& engine, store::Store& store,
                       const std::vector<std::string>& asked, store::Take take,
                       const std::string& time);

}  // namespace synoptic::flow
