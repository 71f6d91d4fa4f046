// Which entity holds which. Private to the room.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace synoptic::compare {

// Whether one entity contains the other: a city of a country, a ministry of a government.
bool contains(const knowledge::Knowledge& knowledge, std::string_view whole, std::string_view part);
// The same, and a region beside a country that is called by it.
bool includes(const knowledge::Knowledge& knowledge, std::string_view whole, std::string_view part);
// A town, and a part of its country that it may lie in; of parts that a pack has, which does not
// tell what lies in them.
bool may_lie_in(const knowledge::Knowledge& knowledge, std::string_view town,
                std::string_view region);
// One entity, or one that is a part of the other.
bool are_related(const knowledge::Knowledge& knowledge, std::string_view one,
                 std::string_view other);

}  // namespace synoptic::compare
