// How a name sounds, whatever its script: its words in Latin letters (ICU's transliteration), and
// how alike two such rows are. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::compare {

struct Sounds {
  std::vector<std::string> words;  // in Latin letters, lower case
  std::string whole;               // … all in one
  std::u32string letters;          // as written, folded, without blanks; Han simplified
};

Sounds sounds_of(std::string_view folded);

// 0 … 1: a weighted edit distance; vowels and h, y, w cost little, sounds of one kind (p and b, l
// and r) half, since scripts leave them out or take one for the other.
double alike_in_sound(std::string_view a, std::string_view b);

// The shorter of two names beside the likest row of words of the longer.
struct SoundSpan {
  double alike = 0;
  double share = 0;  // of the longer name's letters
};
SoundSpan likest_span(const Sounds& a, const Sounds& b);

// Of the words of the name with fewer of them, each beside its likest of the other.
struct Wordwise {
  double mean = 0, least = 0;
};
Wordwise word_by_word(const Sounds& a, const Sounds& b);

// Share of the shorter's letters that both have in one order; of one script only.
double same_letters(const Sounds& a, const Sounds& b);

// "IMF" and "International Monetary Fund": whether one is the first letters of the other's words.
bool is_short_for(const Sounds& a, const Sounds& b);

}  // namespace synoptic::compare
