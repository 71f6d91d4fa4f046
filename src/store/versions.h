// Where an article that was fetched again is filed among its versions. Private to the room.
#pragma once

#include <string>
#include <vector>

#include "model/model.h"
#include "store/sqlite.h"

namespace synoptic::store {

enum class Place : int64_t {
  kTold = 0,      // the account's text
  kReplaced = 1,  // an older version of it
  kSameText = 2,  // other bytes, the same text
};

struct Filing {
  std::string identity;
  Place place = Place::kTold;
  std::string revises;  // the version before
};

// Makes room for the article: the version whose place it takes steps back. `siblings`: all articles
// of the capture.
Result<Filing> file(Database& database, const model::Article& article,
                    const std::vector<model::Annotated>& siblings);

// A capture that is there comes in again. Where a newer version has taken an article's place and
// this is another fetch than the one that is known, the page has gone back: the article is told
// again, behind the newer one. False: nothing has changed. Inside a transaction.
Result<bool> come_back(Database& database, const model::Capture& capture, std::string_view time);

// The article of that id is an older version now.
Result<void> step_back(Database& database, const std::string& id);

// Who is named in the article, for lists. (store.cpp)
Result<void> put_mentions(Database& database, const model::Annotated& annotated, int64_t arrival);

// SQL: synoptic_identity(json of an article, 1 when it is alone in its capture).
Result<void> add_identity_function(Database& database);

}  // namespace synoptic::store
