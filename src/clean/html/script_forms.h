// How the data of scripts name the parts of an article, and whether a string is running text.
// Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

enum class ScriptKind : uint8_t {
  kOther,
  kParagraph,
  kHeading,
  kText,  // a paragraph where its words stand in the object itself
};

// "core/paragraph", "Paragraph", "unstyled", "header-two", "h2".
ScriptKind kind_in_script(std::string_view name);
// "type", "__typename": what an object is.
bool names_kind(std::string_view key);
// "text", "html", "content": the words of a paragraph.
bool names_words(std::string_view key);
// Sentences with blanks or in a script without them, no code and no lists.
bool is_running_text(const std::vector<Piece>& paragraphs);

}  // namespace synoptic::clean
