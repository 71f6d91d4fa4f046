// The table of small words (data/gloss/words.tsv): what is said in every sentence and what the
// lexicon, learnt by counting, knows worst. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::gloss {

constexpr size_t kLongestPhrase = 3;  // words

// The gloss of a word, or of words with one blank between them, as written; empty when the table
// has none. Of the language's tag only the first part counts.
std::string_view small_word(std::string_view language, std::string_view words);

// A word of the reader's language that says nothing without its sentence: never a gloss that the
// lexicon gives.
bool is_small(std::string_view english);

}  // namespace synoptic::gloss
