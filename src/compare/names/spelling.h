// Whether two names are one, spelt in two languages or scripts. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/terms.h"

namespace synoptic::compare {

// Parted by blanks, hyphens, middle dots.
std::vector<std::string_view> words_of_name(std::string_view folded);

struct Spelling {
  std::string folded, lang;
  std::vector<std::string> words;  // the consonants of each (Lexicon::sounds_of)
  std::string whole;               // … of all
  Terms terms;                     // what its words mean: "Institute", "Институт"
  bool person = false;
};

Spelling spelling_of(std::string_view name, std::string_view lang, bool person);

// 0 … 1: by what the words mean or by how they sound. A person may go by one word of the name.
double likeness(const Spelling& a, const Spelling& b);
// The same where it is known how alike their terms are.
double likeness(const Spelling& a, const Spelling& b, double meant);

// "Aegina Star" and "Aegina Lines", however alike: what they share is written in the same letters,
// and "James Steyer" and "James P. Steyer", "Steyer": persons' names of one script of which one is
// the other with words left out, but for the first and the last.
bool is_fuller(const Spelling& longer, const Spelling& shorter);
// what either has besides is another word, by its letters, its sounds and its meaning.
bool are_two(const Spelling& a, const Spelling& b);

// 0 … 1: how much one word of either, or all of one, sounds like one of the other. Less sure than
// likeness(): a row of consonants may stand within a longer one.
double likest_words(const Spelling& a, const Spelling& b);

// What names that are alike have in common, one of it at least: to look them up by. Sorted.
std::vector<uint64_t> keys_to_find(const Spelling& name);

}  // namespace synoptic::compare
