// Whether a name may be another one written short: "MVP Award", "Mt Cook", "Nugroho". Private to
// the room.
#pragma once

#include <string_view>

namespace synoptic::compare {

// Each word of the short one is a word of the long one, one of its beginnings, or the first letters
// of some of its words, in their order. Names of one script; whatever the language.
bool may_be_short_for(std::string_view brief, std::string_view full);

}  // namespace synoptic::compare
