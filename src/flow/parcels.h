// Entries of the log as bodies for a webhook. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "store/store.h"

namespace synoptic::flow {

// JSON bodies of a bounded size, each with an id that is made of what it holds.
std::vector<store::Parcel> parcels_of(const std::vector<watch::Entry>& entries,
                                      const std::string& url, const std::string& time);

}  // namespace synoptic::flow
