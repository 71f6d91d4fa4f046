// Whether two names of one language can be one: there a name is told in full, in part or by its
// initials, and never with another word in its place. Private to the room.
#pragma once

#include <string_view>

#include "knowledge/knowledge.h"

namespace synoptic::compare {

// "Rich Dauer", "Dauer"; not "Sonoma County", "Marin County", and not what is cut in mid-sentence:
// "O'Brien sued". Names in scripts without capitals are not told apart.
bool may_be_one_name(std::string_view a, std::string_view b);

// A person's name without what is put in front of it: "Mr", "Frau", "профессор" (the cues
// `mention_person_mark`).
std::string_view without_titles(std::string_view name, const knowledge::Knowledge& knowledge);

}  // namespace synoptic::compare
