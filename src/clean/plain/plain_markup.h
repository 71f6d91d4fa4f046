// What other programs leave of their own markup in plain text and Markdown: escaped tags and
// references of feeds, marks of footnotes, buttons behind a wiki's headings. Private to the room.
#pragma once

#include <vector>

#include "clean/draft.h"

namespace synoptic::clean {

// References mean their signs, tags are gone and part paragraphs, marks of notes are cut out; lists
// of references, tables of contents and lines of signs are outside. Known by their form alone.
std::vector<Piece> mend_plain_markup(std::vector<Piece> pieces);

}  // namespace synoptic::clean
