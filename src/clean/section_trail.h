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

}  // namespace synoptic::clean
