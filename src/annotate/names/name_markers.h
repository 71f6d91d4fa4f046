// What gives a name its part where no marker stands right beside it: titles and asides between, an
// article, the ending of the name itself. Private to the room, for clause_names.cpp.
#pragma once

#include <cstddef>

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

// Behind the titles and brackets that follow the name.
size_t behind_titles(const Sentence& sentence, const Name& name);
bool read_marker_of_title(const Sentence& sentence, Name& name);
void read_marker_behind_aside(const Sentence& sentence, Name& name);
// A word for going, right behind the marker that ends before `at`.
void read_second_marker(const Sentence& sentence, size_t at, Name& name);
bool is_cased_person(const Sentence& sentence, const Name& name);
bool is_marked_noun(const Sentence& sentence, const Name& name);
void read_article(const Sentence& sentence, Name& name);

}  // namespace synoptic::annotate::syntax
