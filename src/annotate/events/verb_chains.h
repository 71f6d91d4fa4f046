// A verb that goes on to the next one: "訪問し、会談する予定だ", "ziyaret edip görüşecek". Where
// verbs end their clauses the last one says for all of them what is planned. Private to the room.
#pragma once

#include <optional>

#include "annotate/events/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

// The next deed of the chain; nullptr: the trigger's verb stands alone.
const Trigger* next_in_chain(const Sentence& sentence, const Trigger& trigger);

// "Saldırdığını reddetti": the verb's ending says that a fact is told of.
bool is_fact(const Sentence& sentence, size_t at);
bool tells_fact(const Sentence& sentence, const Trigger& trigger);

// "Hamle yaptı ve …": a finished verb that only a conjunction joins to what comes behind.
bool ends_before_conjunction(const Sentence& sentence, const Trigger& trigger);

}  // namespace synoptic::annotate::syntax
