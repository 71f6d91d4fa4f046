// Where somebody writes from, behind the name: "Ada Quill in Malatya", "Camille Lefort à Paris".
// Private to the room.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace synoptic::clean {

// The name without the place behind it; the words as they are where none stands there.
std::string_view without_place_behind(const knowledge::Knowledge& knowledge,
                                      std::string_view words);

// "in Malatya", "à Paris", "दिल्ली से", "Ankara'dan": a place with the word that leads to it, and
// nothing else.
bool is_place_phrase(const knowledge::Knowledge& knowledge, std::string_view words);

}  // namespace synoptic::clean
