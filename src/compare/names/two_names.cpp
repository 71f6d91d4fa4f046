#include "compare/names/two_names.h"

#include <algorithm>

#include "compare/names/heads.h"
#include "compare/names/name_sorts.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr double kOtherSound = 0.5, kOtherSpelling = 0.2;  // less alike names are two
constexpr double kOtherWord = 0.34;                        // … of a word of two people's names
constexpr double kOtherWords = 0.6;                        // … and of both names
constexpr double kOneWord = 0.7;                           // of two names, by its sounds

bool is_person(const CastName& name) { return name.sort == "person"; }

bool is_spaceless(const CastName& name) {
  const auto& folded = name.spelling.folded;
  return folded.empty() || text::is_spaceless(text::decode(folded, 0).value);
}

bool is_latin(const CastName& name) {
  constexpr char32_t kBehindLatin = 0x250;
  const auto& letters = name.sounds.letters;
  return !letters.empty() && letters[0] < kBehindLatin;
}

bool is_one_short(const CastName& a, const CastName& b) {
  return is_short_for(a.sounds, b.sounds) || is_short_for(b.sounds, a.sounds);
}

bool have_nothing_alike(const CastName& a, const CastName& b) {
  return likest_span(a.sounds, b.sounds).alike < kOtherSound &&
         likeness(a.spelling, b.spelling) < kOtherSpelling;
}

// Two people in two scripts that both tell how their names sound.
bool are_people_in_sounding_scripts(const CastName& a, const CastName& b) {
  return is_person(a) && is_person(b) && !are_of_one_script(a, b) && !is_spaceless(a) &&
         !is_spaceless(b);
}

}  // namespace

bool are_two_by_rest(const CastName& a, const CastName& b) {
  return !is_person(a) && !is_person(b) && have_different_rests(a.spelling, b.spelling);
}

bool are_two_by_sound(const CastName& a, const CastName& b) {
  return are_people_in_sounding_scripts(a, b) && have_nothing_alike(a, b);
}

bool are_unlike_in_latin(const CastName& a, const CastName& b) {
  if (!is_person(a) || !is_person(b) || !is_latin(a) || !is_latin(b) || is_one_short(a, b)) {
    return false;
  }
  const auto& words = b.sounds.words;
  return std::none_of(a.sounds.words.begin(), a.sounds.words.end(), [&](const std::string& word) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& of_other) {
      return alike_in_sound(word, of_other) >= kOneWord;
    });
  });
}

bool are_two_by_word(const CastName& a, const CastName& b) {
  if (!are_people_in_sounding_scripts(a, b)) return false;
  if (std::min(a.sounds.words.size(), b.sounds.words.size()) < 2) return false;
  return word_by_word(a.sounds, b.sounds).least < kOtherWord &&
         likest_span(a.sounds, b.sounds).alike < kOtherWords;
}

bool are_unlike_places(const CastName& a, const CastName& b) {
  return is_place_sort(a.sort) && is_place_sort(b.sort) && !is_spaceless(a) && !is_spaceless(b) &&
         have_nothing_alike(a, b);
}

bool are_unlike_bodies(const CastName& a, const CastName& b) {
  return !is_person(a) && !is_person(b) && is_latin(a) && is_latin(b) && !is_one_short(a, b) &&
         have_nothing_alike(a, b);
}

bool are_apart(const CastName& a, const CastName& b) {
  return are_two_by_rest(a, b) || are_two_by_sound(a, b) || are_unlike_in_latin(a, b) ||
         are_two_by_word(a, b) || are_unlike_places(a, b) || are_unlike_bodies(a, b);
}

}  // namespace synoptic::compare
