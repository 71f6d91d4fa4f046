// Articles that stand in the data of a page's scripts: JSON with an articleBody, with paragraphs as
// a tree, or with a string of HTML. Nothing is run. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

struct ScriptText {
  std::vector<Piece> paragraphs;
  uint32_t weight = 0;    // characters
  bool is_body = false;   // the data call it articleBody
  bool is_guess = false;  // by names that many things bear
};

// What the script's data may be the text of, at most one for each way; broken data give what was
// read so far. `begin`: where the script's text stands in the capture. `thorough`: looks into every
// script, for the many names that blocks of text have and for strings without markup.
std::vector<ScriptText> texts_of_script(std::string_view script, uint32_t begin,
                                        bool thorough = false);

}  // namespace synoptic::clean
