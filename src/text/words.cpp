#include "text/words.h"

namespace synoptic::text {

std::vector<Word> words(std::string_view utf8) {
  std::vector<Word> found;
  each_word(utf8, [&](const Word& word) { found.push_back(word); });
  return found;
}

}  // namespace synoptic::text
