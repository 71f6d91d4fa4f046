// A log (-wal) beside a store that belongs to another file, or to another state of this one: SQLite
// replays whatever stands under that name, and the store is destroyed. Private to the room.
#pragma once

#include "store/sqlite.h"

namespace synoptic::store {

// Can the log beside the store be its own? Every transaction moves the store's mark on
// (Transaction), which begins anywhere: what the log holds goes on from where the file stands, or
// has been written into it already. True where there is no log, nothing whole in it, or nothing
// that tells.
// The store is read by SQLite's own handle: closing another one of the same file would take the
// locks of all connections of this process with it.
bool is_own_log(const Database& database);

}  // namespace synoptic::store
