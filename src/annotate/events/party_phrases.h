// Words without a known name that are told as somebody's part in a deed: where they begin and end,
// and whether they are anybody at all. Private to the room.
#pragma once

#include "annotate/events/clause.h"

namespace synoptic::annotate::syntax {

struct PhraseBounds {
  size_t begin = 0, end = 0;  // tokens; none where nobody is told
  bool joins = false;         // "and" stands behind them: they belong to the verb before
};

// Of the words [begin, end) before the verb those that may be its subject.
PhraseBounds subject_words(const Sentence& sentence, size_t begin, size_t end, size_t verb);

// "According to Lund, ten people were hurt": behind the comma stands a subject without a name.
bool has_own_subject(const Sentence& sentence, size_t begin, size_t verb);

// Behind a verb: past articles, times and "more than".
size_t object_begin(const Sentence& sentence, size_t begin, size_t end);
// Does the word end the group of words that began at `begin`? Not the hyphen of "live-in rule".
bool ends_object(const Sentence& sentence, size_t begin, size_t at);
// "Live-in": the word behind the hyphen, whatever it is elsewhere.
bool is_inside_compound(const Sentence& sentence, size_t begin, size_t at);
// Do the words open with one that is nobody?
bool is_nobody(const Sentence& sentence, size_t begin, size_t end);
bool has_finite(const Sentence& sentence, size_t begin, size_t end);
// Not "up", "worden", a bare figure with its sign, nor the front of a word that was cut.
bool may_be_object(const Sentence& sentence, size_t begin, size_t end);

// "Lund-backed forces": a name that only makes a word with the one behind its hyphen.
bool fronts_compound(const Sentence& sentence, size_t name_end);
// "A Lund court ordered": a land's name right before the noun that acts.
bool is_owner_of_subject(const Sentence& sentence, const Name& name, size_t verb);

}  // namespace synoptic::annotate::syntax
