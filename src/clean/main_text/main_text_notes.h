// Inside the element that holds the article: boxes of other articles, and notes of the editors
// around the text. They are told by words of data/cues or by how they are set. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "clean/html/html_page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// `body`: the key of words.body, as far as it is looked at.
void drop_notes(HtmlPage& page, const std::vector<uint32_t>& roots, const PageWords& words,
                std::string_view body, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
