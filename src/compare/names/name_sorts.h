// What the names of an account are compared as, and which of them tell nothing of the event.
// Private to the room.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"
#include "model/annotation.h"

namespace synoptic::compare {

// What names of one type are compared as; empty: they are not.
std::string_view sort_of(model::EntityType type);
bool is_place_sort(std::string_view sort);  // a town, a region, a building

// "Bangkok accuses": a city named for its government is no place of the account.
bool is_government(const model::Mention& mention);

// The name of an outlet or office that the article has its news from.
bool is_source(const model::Article& article, const model::Mention& mention);

// A town of a pack has names in few languages: that another account does not name it tells nothing.
bool is_little_known(const knowledge::Knowledge& knowledge, std::string_view id);

}  // namespace synoptic::compare
