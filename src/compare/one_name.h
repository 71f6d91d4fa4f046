// Whether two names of one language can be one: there a name is told in full, in part or by its
// initials, and never with another word in its place. Private to the room.
#pragma once

#include <string_view>

namespace synoptic::compare {

// "Rich Dauer", "Dauer"; not "Sonoma County", "Marin County", and not what is cut in mid-sentence:
// "O'Brien sued". Names in scripts without capitals are not told apart.
bool may_be_one_name(std::string_view a, std::string_view b);

}  // namespace synoptic::compare
