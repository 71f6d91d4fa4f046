// What letters tell about where words end, and how they are spoken (data/clean/seams.tsv). Private
// to the room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::clean {

struct SeamTable {
  std::vector<std::string> finals;    // letters that stand at a word's end only
  std::vector<std::string> articles;  // what may begin a word behind a name
};

// Of a language; empty where the table has none.
const SeamTable& seam_table(std::string_view lang);

// How many bytes of an article, of whatever language, the word begins with; 0: none.
size_t article_length(std::string_view word);

// A capital that stands for a vowel.
bool is_capital_vowel(char32_t c);

}  // namespace synoptic::clean
