// An entry of the log as JSON, with a line for people. Private to the room.
#pragma once

#include "watch/log.h"

namespace synoptic::watch {

// `before`: the verdict the fact had; empty: it was not known.
Entry fact_entry(Kind kind, const Watched& fact, const model::Fact* now, const std::string& before,
                 const Sight& sight);

}  // namespace synoptic::watch
