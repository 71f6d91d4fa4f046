// "Anna Berg is a reporter for the Post": who wrote the article, told at its end. Private to the
// room.
#pragma once

#include <optional>

#include "clean/cue_table.h"
#include "clean/page.h"

namespace synoptic::clean {

// Words of lines that stand beside the text (data/clean/side_lines.tsv).
const CueTable& side_words();

// The name that the line begins with, where the line says of its bearer that they write.
std::optional<Range> writer_told_of(const Line& line, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
