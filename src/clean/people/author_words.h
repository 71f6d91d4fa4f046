// Words that may name authors: told by their looks, and parted where they name several. Private to
// the room.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// How the words of a name begin, of each kind how many.
struct Look {
  size_t capitals = 0, small = 0, caseless = 0;
  bool digit = false;
};
Look look_of(std::string_view name);

// "MDR THÜRINGEN", "AFP Deutschland": three capitals or more in a row.
bool begins_with_acronym(std::string_view name);

// "Ada Brook", "de la Cruz", "大渡 美咲": nothing else is taken for a person.
bool is_persons_name(const knowledge::Knowledge& knowledge, std::string_view words);

// The names in "A, B und C", "A, role, place", "A | Outlet".
std::vector<Range> names_in(const knowledge::Knowledge& knowledge, std::string_view words);

// A name, as far as its look tells: no sentence, no address, no handle, no button's words.
bool could_name_author(const knowledge::Knowledge& knowledge, std::string_view words);

}  // namespace synoptic::clean
