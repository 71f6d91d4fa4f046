// Strings of a script's data to paragraphs with their bytes in the capture. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/html/script_text.h"

namespace synoptic::clean {

struct ScriptData {
  std::string_view json;
  uint32_t begin;  // where it stands in the capture
};

// One paragraph of several strings; line breaks inside part paragraphs.
void add_strings(ScriptText& text, const ScriptData& data, const std::vector<Span>& strings,
                 bool heading = false);
// A string that is HTML: "contentHtml": "\u003cp\u003e…". Its paragraphs, captions left out.
void add_markup(ScriptText& text, const ScriptData& data, Span string);

}  // namespace synoptic::clean
