// Boxes that stand among the paragraphs of a page copied as text: parts that can be skipped, calls
// to sign up, summaries made by machines, films, posts. Private to the room.
#pragma once

#include <vector>

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// Puts their lines outside, each with its reason.
void mark_plain_boxes(const knowledge::Knowledge& knowledge, std::vector<Line>& lines);

}  // namespace synoptic::clean
