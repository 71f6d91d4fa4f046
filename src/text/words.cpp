#include "text/words.h"

#include "text/fold.h"

namespace synoptic::text {

std::vector<Word> words(std::string_view utf8) {
  std::vector<Word> found;
  each_word(utf8, [&](const Word& word) { found.push_back(word); });
  return found;
}

bool has_digit(std::string_view utf8) {
  for (size_t at = 0; at < utf8.size();) {
    const CodePoint c = decode(utf8, at);
    if (is_digit(c.value)) return true;
    at += c.length;
  }
  return false;
}

std::string words_in_a_row(std::string_view utf8) {
  const std::string folded = fold_copy(utf8);
  std::string out;
  for (const Word& word : words(folded)) {
    out += word.range.of(folded);
    out += ' ';
  }
  return out;
}

}  // namespace synoptic::text
