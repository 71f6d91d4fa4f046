// Names of countries and of cities in every language of the CLDR, from the ICU that the program is
// built with (Unicode License v3; UTS #35). Run while the names are compiled, never later. Private
// to the room.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace synoptic::knowledge {

struct CldrName {
  uint32_t entity = 0;  // index among the tables' entities
  std::string lang;     // primary subtag; never one that the tables have rows for: they know better
  std::string text;
};

// Sorted by language and entity. Cities are those that stand for a time zone.
std::vector<CldrName> cldr_names(const Knowledge& knowledge);

}  // namespace synoptic::knowledge
