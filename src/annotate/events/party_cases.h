// Whether words without a known name are somebody. A phrase in another case or behind a
// preposition, a treaty, a day are nobody; a singular before a verb of many is the object. The rows
// oblique, thing, doer, cut, plural_verb and singular of events_grammar.tsv tell it; where a
// language has none of them the phrase stays as it is. Private to the room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "annotate/events/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

enum class PhraseIs : uint8_t {
  kParty,
  kObject,  // whom it was done to
  kThing,   // a thing, or words in another case: the subject may stand behind the verb
  kNobody
};

// Of the words before the verb: cuts them to the party that they hold.
PhraseIs cut_to_party(const Sentence& sentence, const Trigger& trigger, size_t& begin, size_t& end);

// Of the words behind a verb that may be whom it addresses: not "to leave", "quickly", "and".
bool cut_to_addressee(const Sentence& sentence, const Trigger& trigger, size_t& begin, size_t& end);

// The first token of [from, end) that is neither the subject's nor marks it.
size_t behind_subject(const Sentence& sentence, const std::vector<model::Argument>& actor,
                      size_t from, size_t end);

// "Взяли", "звільнили": many did it.
bool is_plural_verb(const Sentence& sentence, const Trigger& trigger);
bool is_oblique(const Sentence& sentence, size_t at);
// Behind a doer that begins at the token; `at` where none does.
size_t behind_doer(const Sentence& sentence, size_t at, size_t end);
// Behind a word of the class kCut, or a marker that ends a phrase of its own; `at`: none begins
// there.
size_t behind_cut(const Sentence& sentence, size_t at, size_t end);

}  // namespace synoptic::annotate::syntax
