// What stands around the headline of a page saved as markdown: the name of its section as a heading
// of its own, the writer as a link, the caption of a picture. Private to the room.
#pragma once

#include <string_view>
#include <vector>

#include "clean/draft.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// "*The hall on Monday (Agency)*" below its picture: `raw` is all in italics; no by-line. Behind a
// gap it ends with whose the picture is.
bool is_caption_in_italics(const Piece& piece, std::string_view raw,
                           const knowledge::Knowledge& knowledge);

// "The hall after the works (Harbour Post)", "The hall after the works. Harbour Post" right below a
// picture.
bool is_caption_with_source(const Piece& piece);

// "[Name](https://…/authors/name)" below the headline and above the text; `above`: all pieces so
// far; `address`: of the link, as it is written.
bool links_writer(const std::vector<Piece>& above, const Piece& piece, std::string_view address,
                  const knowledge::Knowledge& knowledge);

// Two headings of the first level right below each other: the first names the section or the site,
// where something else says that it is one, and is no title.
void take_section_heading(Draft& draft, const knowledge::Knowledge& knowledge);

// The one heading of the first level, over headings of the second that are links all: the name of
// a feed, and no title.
void take_feed_heading(Draft& draft);

}  // namespace synoptic::clean
