// Which deeds befell the subject: "被…判处", "逮捕された", "구속됐다". Private to the room.
#pragma once

#include <optional>

#include "annotate/events/clause.h"
#include "annotate/events/party_words.h"

namespace synoptic::annotate::syntax {

struct PassiveMark {  // what makes a passive of a verb and stands before it, tokens
  size_t begin = 0, end = 0;
};

std::optional<PassiveMark> passive_before(const Sentence& sentence, const PartyWords& words,
                                          const Trigger& trigger);
// Of a verb that stands before the one it befell, where verbs are last: the token behind its
// ending.
std::optional<size_t> behind_relative_passive(const Sentence& sentence, const PartyWords& words,
                                              const Trigger& trigger);
// Verbs that a word or an ending makes passives are told so.
void read_passives(Sentence& sentence, const PartyWords& words);

}  // namespace synoptic::annotate::syntax
