// Who only tells of a deed, or judges it, did not do it: "reported an attack on", "condemned the
// arrest of", "said that gunmen had bombed". Words: data/annotate/tellers.tsv. Private to the room.
#pragma once

#include "annotate/events/arguments.h"
#include "annotate/quotes/quote_cues.h"

namespace synoptic::annotate::syntax {

// Takes such an actor off again, and gives who it was; the deed keeps one only if its own is
// written.
std::vector<model::Argument> drop_teller(const Sentence& sentence, const Trigger& trigger,
                                         const QuoteCues* say, Roles& roles);

// "Russia's attack on Kyiv", "нападение России на Украину": whose attack it is, where another name
// tells whom it befell. `teller`: the token where the one begins who only tells of it.
void take_owner(const Sentence& sentence, const Trigger& trigger, size_t teller, Roles& roles);

// "XはYが約束を破ったと批判した", "X는 Y가 …다고 비난했다": where what is said stands between, the
// first subject says it, and neither the inner one nor the words before its mark do.
void take_speaker(const Sentence& sentence, const Trigger& trigger, Roles& roles);

// "Confirmed the attack": no support for it.
bool only_confirms(const Sentence& sentence, const Trigger& trigger);

// "Announced the killing of": told about others, and nothing that the announcing is.
bool is_told_of(const Sentence& sentence, const Trigger& announcing, const Trigger& deed);

// "X said that nobody …": whether a word of saying begins at the token.
bool is_saying(const QuoteCues* say, const Sentence& sentence, size_t at);

}  // namespace synoptic::annotate::syntax
