// Bytes that are deleted for good. Private to the room.
#pragma once

#include <string>

#include "store/sqlite.h"

namespace synoptic::store {

// A table that is there while the file may hold bytes of what was removed. In the transaction of
// the removal, so that a crash before the sweep is known of.
constexpr const char* kMarkUnswept = "CREATE TABLE IF NOT EXISTS unswept(mark)";

// The words of these articles (ids, as a JSON list) out of the index; while they are in the store.
Result<void> take_out_words(Database& database, const std::string& articles);

}  // namespace synoptic::store
