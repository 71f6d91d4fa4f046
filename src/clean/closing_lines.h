// Lines below an article's text that no element tells of: a box about the writer, the article's
// tags, who helped with it. Private to the room.
#pragma once

#include "clean/classify.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// Of text that came without its markup.
void mark_closing_lines(const knowledge::Knowledge& knowledge, Page& page);

}  // namespace synoptic::clean
