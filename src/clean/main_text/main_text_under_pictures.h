// Captions that stand in a block of their own right under their picture. Private to the room.
#pragma once

#include "clean/html/html_page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// Makes captions of short lines that are shown first behind a picture and end with whose it is.
void name_lines_under_pictures(HtmlPage& page, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
