// What a text is about, told by its words: whether two texts speak of one thing. Private to the
// room.
#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "text/ascii.h"
#include "text/words.h"

namespace synoptic::clean {

// Words of a text for comparing what two texts are about: folded, cut to their first letters so
// that inflected forms meet; pairs of characters where the script has no spaces. Sorted, each once.
std::vector<std::string> topic_words(const Line& line);
// The share of `words` that `others` hold, 0 … 1.
double overlap(const std::vector<std::string>& words, const std::vector<std::string>& others);

constexpr uint32_t kStemLetters = 5;
// The first letters of a word; empty where they are too few to tell anything.
std::string_view stem_of_letters(std::string_view word);  // of whatever script
inline std::string_view topic_stem(std::string_view word) {
  constexpr uint32_t kHigh = 0x80808080;
  uint32_t four;
  if (word.size() >= kStemLetters) {
    std::memcpy(&four, word.data(), sizeof four);
    if ((four & kHigh) == 0 && text::is_ascii(word[4])) return word.substr(0, kStemLetters);
  }
  return stem_of_letters(word);
}

// The words of topic_words() as they come, each as often as it stands there.
template <typename Visit>
void each_topic_word(std::string_view folded, Visit visit) {
  std::string_view before;
  text::each_word(folded, [&](const text::Word& word) {
    const std::string_view text = word.range.of(folded);
    if (word.spaceless) {
      if (!before.empty() && before.data() + before.size() == text.data()) {
        visit(std::string_view(before.data(), before.size() + text.size()));
      }
      before = text;
      return;
    }
    before = {};
    if (const std::string_view stem = topic_stem(text); !stem.empty()) visit(stem);
  });
}

}  // namespace synoptic::clean
