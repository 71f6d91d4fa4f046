// What a Store holds. Private to the room.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

namespace synoptic::store {

struct Store::Impl {
  Database database;
};

}  // namespace synoptic::store
