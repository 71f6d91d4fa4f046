// Links to other articles among the paragraphs, told by how they stand where no word tells them.
// Private to the room.
#pragma once

#include <vector>

#include "clean/classify.h"

namespace synoptic::clean {

// "Notre dossier : <a>…</a>": a few words, a colon, and nothing but a link behind it.
bool is_labelled_link(const Line& line);

// A short heading, marked or not, between paragraphs over a list of nothing but links: theirs, and no subhead.
void mark_heads_of_links(const std::vector<Line>& lines, std::vector<Mark>& marks);

}  // namespace synoptic::clean
