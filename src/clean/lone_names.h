// Writers that no label names: by the place where their name stands. For articles whose page tells
// of no author otherwise. Private to the room.
#pragma once

#include <optional>
#include <vector>

#include "clean/byline.h"
#include "clean/title.h"

namespace synoptic::clean {

// "… said the mayor. (Reporter Name)": in brackets behind the last sentence, with a label, or alone
// in the last block.
std::optional<Byline> names_behind_text(const std::vector<model::Block>& blocks,
                                        const knowledge::Knowledge& knowledge,
                                        std::string_view lang);

struct NamesAbove {
  std::vector<model::Author> authors;
  size_t line = kNoLine;  // that holds nothing else
};
// A name alone on the line between headline and text; of two writers with a stroke.
NamesAbove names_above_text(const Page& page, const Title& title,
                            const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
