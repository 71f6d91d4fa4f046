// What was put around a text when it was sent or saved: the head of a mail, the lines of a chat's
// export, the note of an archive. Private to the room.
#pragma once

#include "clean/draft.h"

namespace synoptic::clean {

// Known by their form: a mail by lines "label: value" with an address among them, a message by
// "Name, [day hour]" on a line, an archive's note by an address inside its first sentence. What
// they say becomes the draft's facts; each message of a chat is an article.
void take_wrappers(Draft& draft, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::clean
