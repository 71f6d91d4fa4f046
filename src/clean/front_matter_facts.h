// What the front matter says of the page. Private to the room.
#pragma once

#include "clean/draft.h"

namespace synoptic::clean {

// Every key is kept in metadata as "front_matter.<key>"; those that a cue table knows (key_title,
// key_date …) are facts as well.
void add_front_matter(const model::Capture& capture, const knowledge::Knowledge& knowledge,
                      PageFacts& facts);

}  // namespace synoptic::clean
