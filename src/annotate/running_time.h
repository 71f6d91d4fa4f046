// How long something took, written as clocks write it: "2:08:41", "3:29.41", "2h08min14", "9:58
// minutes". Private to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/span.h"

namespace synoptic::annotate {

struct RunningTime {
  Range range;  // folded: with its unit
  double seconds = 0;
};

// The one that begins at the byte of the folded text; `lang` is a primary subtag. "2:08:41" alone
// is one only behind a word that says so ("in", "con un tiempo de": `run_time` in
// data/annotate/units.tsv) or in brackets.
std::optional<RunningTime> running_time_at(std::string_view folded, uint32_t begin,
                                           std::string_view lang);

}  // namespace synoptic::annotate
