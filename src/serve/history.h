// An article's versions and what each changed from the one before: as data, and as JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/store.h"
#include "watch/revision.h"

namespace synoptic::serve {

struct Version {
  store::VersionRow row;
  std::string modified;                     // as the page states it: stamp, or empty
  std::optional<watch::Revision> revision;  // from the version with another text before it
};

struct History {
  std::string article;            // the version that stands for it now
  std::vector<Version> versions;  // oldest first
};

// Of any version's id. kNotFound.
Result<History> read_history(const store::Store& store, std::string_view article);
std::string history_json(const History& history);

}  // namespace synoptic::serve
