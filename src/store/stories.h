// Writing the stories, inside a transaction. Private to the room.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace synoptic::store {

Result<void> put_update(Database& database, const Store::Update& update);

// The story has no article any more: its id, those that led to it and its watched facts go.
Result<void> forget_story(Database& database, std::string_view id);

}  // namespace synoptic::store
