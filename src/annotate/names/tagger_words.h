// What is true of a word wherever it stands, read from its letters. Private to the room.
#pragma once

#include <string_view>

#include "annotate/names/tagger_features.h"

namespace synoptic::annotate {

void read_word(std::string_view written, const NameLists& lists, TagWord& word);
// A character of a script without blanks, or a mark.
void read_character(char32_t c, const NameLists& lists, TagWord& word);

}  // namespace synoptic::annotate
