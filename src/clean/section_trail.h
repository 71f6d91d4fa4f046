// Which section of its paper an article stands in, where lines above its text say so. Private to
// the room.
#pragma once

#include <optional>
#include <string>

#include "clean/title.h"
#include "knowledge/knowledge.h"
#include "model/article.h"

namespace synoptic::clean {

struct SectionTrail {
  std::string section;                        // empty: nobody says
  std::optional<model::Publisher> publisher;  // "Outlet > Business > Text"
};

// "Home > World > Asia", "Section: Courts", "Economy" alone: of a page without markup. A menu,
// which names several, says nothing.
SectionTrail section_trail(const Page& page, const Title& title,
                           const knowledge::Knowledge& knowledge);

// The line is such a trail: home, an outlet or a known section, and other short parts.
bool is_section_trail(const Line& line, const knowledge::Knowledge& knowledge);
// Above the line stand the sections one below the other, and "Home" over them.
bool goes_on_trail(const Page& page, size_t line, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
