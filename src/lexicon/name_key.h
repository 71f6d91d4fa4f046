// The key of a name: its consonants in seven classes, so that one name's spellings in many scripts
// come to one key (Putin, Путин, بوتين: PTN).
#pragma once

#include <string>
#include <string_view>

namespace synoptic::lexicon {

// Of Latin letters, by data/lexicon/name_sounds.tsv.
void latin_name_key(std::string_view folded, std::string& out);

// The letters of a name that are looked at one by one; a Hangul syllable is two or three.
void name_letters(std::string_view folded, std::u32string& out);

// Of any script; `classes_of` knows the letters that are not Latin (learnt, tools/lexicon).
template <typename ClassesOf>
void name_key(std::string_view folded, bool latin, const ClassesOf& classes_of, std::string& out) {
  if (latin) {
    latin_name_key(folded, out);
    return;
  }
  thread_local std::u32string letters;
  name_letters(folded, letters);
  out.clear();
  for (const char32_t letter : letters) {
    for (const char sound : classes_of(letter)) {
      if (out.empty() || out.back() != sound) out += sound;
    }
  }
}

}  // namespace synoptic::lexicon
