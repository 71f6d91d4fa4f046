// Who speaks, so that the speakers of two accounts can be told apart: one person goes by a full
// name here and a family name there, by an office, or by a pronoun that was carried over. Private
// to the room.
#pragma once

#include <string>
#include <vector>

#include "compare/claim.h"
#include "compare/names/sounds.h"

namespace synoptic::compare {

struct Voice {
  std::string key;                 // what it goes by in all accounts; empty: nobody is told
  std::vector<std::string> words;  // of the name, without initials; sorted
  Sounds sounds;
  bool person = false;  // by name
  bool known = false;   // by its id
  bool sure = false;    // named with the words, not the one who spoke before
};

Voice voice_of(const Input& input, const Telling& telling, const model::Quote& quote);

// One name is the other, or a part of it: "Lind" and "Anna K. Lind".
bool are_one(const Voice& a, const Voice& b);

// Surely two: two people, or two bodies, whose names have nothing in common. An office may be held
// by whom the other names, and for a body somebody speaks.
bool are_two(const Input& input, const Voice& a, const Voice& b);

}  // namespace synoptic::compare
