// Who denies what he is accused of, and who is denied to have had a part in a deed. Private to the
// room.
#pragma once

#include <vector>

#include "annotate/events/arguments.h"

namespace synoptic::annotate::syntax {

// Sets the verbs of denying apart: what they deny may be a deed, and is told instead.
void take_deniers(Sentence& sentence, std::vector<Trigger>& triggers);

// "Denied the charges": rejected by the one who denies, and no accusation of his.
void read_denied_charges(Sentence& sentence, std::vector<Trigger>& triggers);

// "… yönündeki iddiaları yalanladı": the words before the verb are what is denied, and nobody.
void drop_charges(const Sentence& sentence, const Trigger& trigger, Roles& roles);

// Whether the one who did it is he whose part in it is denied; `part`: the token of that word.
bool is_denier(const Sentence& sentence, size_t part, const Roles& roles);

// Whether the trigger is itself a word that rules out, and that word is denied: "did not rule out".
bool rules_nothing_out(const Sentence& sentence, const Trigger& trigger);

}  // namespace synoptic::annotate::syntax
