// Words of denial that may stand between the parts of a word of the outcome tables, by the rows
// "parting" of data/compare/polarity.tsv. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::compare {

// Of a folded text, in its order, each with the blank behind it.
std::vector<Range> parting_denials(std::string_view folded, std::string_view lang);

}  // namespace synoptic::compare
