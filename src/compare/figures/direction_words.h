// Which way a figure goes, by the words of data/compare/directions.tsv beside it. Private to the
// room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace synoptic::compare {

struct Direction {  // of a figure in its clause
  bool up = false;
  bool level = false;  // "rose to 5 %": what it is now, not by how much it changed
  Range word;          // that says so, in the sentence
};

enum class Axis : uint8_t { kChange, kResult };  // it rose or fell; it is a gain or a loss

// Of the figure at a place of the sentence. `others`: further figures there.
std::optional<Direction> direction_of(std::string_view sentence, std::string_view lang,
                                      Range figure, Axis axis, const std::vector<Range>& others);

}  // namespace synoptic::compare
