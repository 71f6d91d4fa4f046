// What changed between two versions of an article, in words for people. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::serve {

// "figure_changed": "Another figure"; what has no words of its own, with blanks.
std::string change_words(std::string_view kind);
// "hedge_added": "a word of doubt was added".
std::string sign_words(std::string_view sign);

}  // namespace synoptic::serve
