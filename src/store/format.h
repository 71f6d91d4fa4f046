// Whose file it is, and of which version. Private to the room.
#pragma once

#include "store/sqlite.h"

namespace synoptic::store {

Result<int64_t> version_of(Database& database);

// kStore: another program's file. It is told before anything of it is touched.
Result<void> refuse_foreign(Database& database, const std::string& path);

// Brings an older store, or an empty file, to the newest version, and marks it as ours.
Result<void> migrate(Database& database, const std::string& path);

}  // namespace synoptic::store
