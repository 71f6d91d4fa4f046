// What lists are narrowed by. Private to the room.
#pragma once

#include <string>

#include "store/sqlite.h"
#include "store/store.h"

namespace synoptic::store {

// SQL: synoptic_has(text, words): each of the words stands in the text; case, accents and forms of
// letters do not matter (text/fold.h). synoptic_in(id, list): a line of the list (entity_list).
Result<void> add_search_function(Database& database);

std::string entity_list(const std::vector<std::string>& entities);

// A condition on `article a`, with the parameters $3 (words), $4 (language) and $5 (entities).
extern const std::string kArticleMatches;

void bind_search(Statement& statement, const Search& search);

}  // namespace synoptic::store
