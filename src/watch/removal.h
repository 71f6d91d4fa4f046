// What is watched when an article is taken out of the store: its words go, what others say stays.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "watch/log.h"

namespace synoptic::watch {

// The fact without the values of these articles; nothing when no other article has a value in it.
// Its cells stay: whoever compares it with the fact as it is now sees that one is missing.
std::optional<Watched> without(Watched fact, const std::unordered_set<std::string>& articles);

}  // namespace synoptic::watch
