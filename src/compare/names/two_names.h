// Which names cannot be one, whatever is told of them: their letters, sounds and meanings have
// nothing in common where these would have. Private to the room.
#pragma once

#include "compare/names/same_name.h"

namespace synoptic::compare {

// Two hospitals of different names.
bool are_two_by_rest(const CastName& a, const CastName& b);

// In two scripts, two people who are quoted with the same words and whose names have nothing in
// common. Chinese characters do not tell how a name of another language sounds.
bool are_two_by_sound(const CastName& a, const CastName& b);

// In Latin letters, two people whose names have no word and no sound in common. Both may be names
// of one, who has more than one, but this does not make them one.
bool are_unlike_in_latin(const CastName& a, const CastName& b);

// "Mohammed Amer", "Mahmoud Shaker": of two people in two scripts a word of the one has nothing
// like it in the other.
bool are_two_by_word(const CastName& a, const CastName& b);

// Two places of which neither sound nor meaning makes one. Both may have names of their own for
// it, but this does not make it one.
bool are_unlike_places(const CastName& a, const CastName& b);

// The same of two bodies in Latin letters: "Sotheby's", "Christie's".
bool are_unlike_bodies(const CastName& a, const CastName& b);

// Any of these: no third name, be it as like either, makes the two one.
bool are_apart(const CastName& a, const CastName& b);

}  // namespace synoptic::compare
