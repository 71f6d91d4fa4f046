// Numbers, dates and places as claims: normalised, and when two of them say the same. Private to
// the room.
#pragma once

#include <string>

#include "compare/claim.h"

namespace synoptic::compare {

void collect_figures(Telling& telling, uint32_t index, const knowledge::Knowledge& knowledge);

// Whether the account has the claim's number, be it of something else.
bool tells_number(const Telling& telling, const Claim& claim);
// Kind, unit and value in one comparable string.
std::string figure_key(const model::Quantity& quantity);
// The deed nearest to the place in its sentence; empty: none.
std::string deed_at(const Telling& telling, uint32_t sentence, const model::Place& at);
std::string plain_number(double value);  // "12000", "6.4"

// What names of one type are compared as; empty: they are not.
std::string_view sort_of(model::EntityType type);
bool is_place_sort(std::string_view sort);  // a town, a region, a building

// "Bangkok accuses": a city named for its government is no place of the account.
bool is_government(const model::Mention& mention);

// The name of an outlet or office that the article has its news from.
bool is_source(const model::Article& article, const model::Mention& mention);

// A town of a pack has names in few languages: that another account does not name it tells nothing.
bool is_little_known(const knowledge::Knowledge& knowledge, std::string_view id);

bool is_vague(std::string_view modifier);  // "dozens", "thousands"

}  // namespace synoptic::compare
