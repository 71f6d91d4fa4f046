// The shared items of a story with the words that stand for them. Private to the room.
#pragma once

#include <vector>

#include "group/explain.h"
#include "group/fingerprint.h"

namespace synoptic::group {

std::vector<SharedItem> shared_items(const std::vector<const model::Annotated*>& members,
                                     const std::vector<const Fingerprint*>& prints,
                                     const knowledge::Knowledge& knowledge);

}  // namespace synoptic::group
