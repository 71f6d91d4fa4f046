// The section that stands in an element of its own above the headline. Private to the room.
#pragma once

#include <string>

#include "clean/html/html_facts.h"
#include "clean/html/html_page.h"

namespace synoptic::clean {

// <div class="rubric">, <p class="kicker"> right above the headline; empty: there is none, or its
// words may be anything.
std::string section_above_headline(const HtmlPage& page, const FactNotes& notes);

}  // namespace synoptic::clean
