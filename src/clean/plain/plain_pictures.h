// Lines about pictures in texts that came without their markup. Private to the room.
#pragma once

#include "clean/page.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

// "Image copyright Agency", "(Image: Agency)": no words of a caption.
bool is_bare_credit(const Line& line);
// What stands above the line: over the first paragraph a headline or a dateline may end as credits
// do.
enum class AbovePicture : uint8_t { kHead, kText };
// A caption, by its label or by the credit at its end.
bool is_about_picture(const knowledge::Knowledge& knowledge, const Line& line, AbovePicture above);

}  // namespace synoptic::clean
