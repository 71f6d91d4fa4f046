// The names of a sentence with their parts, for clause.cpp. Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// "Suspect", "Mr": behind a body's name such a word is somebody of it.
inline bool is_title_of_persons(const Grammar& grammar, const PhraseMatch& found) {
  return grammar.word(WordClass::kSkip, found.id).value == "person";
}
inline bool is_core(Part part) { return part == Part::kSubject || part == Part::kObject; }

void place_names(Sentence& sentence);
// The triggers must be known: they tell how far a marker reaches.
void read_markers(Sentence& sentence, const knowledge::Knowledge& knowledge);
// Names joined to a marked one share its part.
void join_names(Sentence& sentence);

}  // namespace synoptic::annotate::syntax
