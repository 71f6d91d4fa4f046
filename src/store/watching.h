// The writing of what is watched. Private to the room.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace synoptic::store {

// Facts, log and outbox of an update; part of its transaction. An entry or a parcel that is there
// already (its id says what it holds) stays as it is.
Result<void> put_watching(Database& database, const Store::Update& update);

}  // namespace synoptic::store
