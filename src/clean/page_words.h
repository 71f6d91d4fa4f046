// Words of the page beside its text that are nobody's name: labels, buttons, sections, greetings.
// Private to the room.
#pragma once

#include <string_view>

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// "Save", "Sign up", "World", "Latin America", "News", "News code: 4811", "Good evening,": the line
// names no outlet, wherever it stands.
bool is_page_word(const knowledge::Knowledge& knowledge, const Line& line);

// "News code: 4811" and nothing else: four digits at least behind the colon.
bool numbers_page(std::string_view words);

}  // namespace synoptic::clean
