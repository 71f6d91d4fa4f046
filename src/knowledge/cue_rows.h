// The cue tables, folded and in the order in which texts are searched for them, as bytes that are
// used where they lie: in the program, or in memory of one's own. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"

namespace synoptic::knowledge {

// Adds the rows of a table, in its order. Errors: a malformed row, with path and line.
// What is added looks into the table.
Result<void> read_cues(std::string_view path, std::string_view table, std::vector<Cue>& out);

std::string make_cue_rows(std::vector<Cue> cues);

struct CueRows {
  std::vector<Cue> cues;               // one kind after the other, the longest of each first
  std::span<const uint32_t> searched;  // of those that texts are searched for: the longest first
};
// Errors: not such bytes.
Result<CueRows> cue_rows_from_bytes(std::string_view bytes);

}  // namespace synoptic::knowledge
