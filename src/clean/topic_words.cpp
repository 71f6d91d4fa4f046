#include "clean/topic_words.h"

#include <algorithm>
#include <unordered_set>

#include "clean/plain/seam_table.h"
#include "text/utf8.h"

namespace synoptic::clean {

std::string_view stem_of_letters(std::string_view word) {
  constexpr size_t kShortestBehindArticle = 4;  // letters, the article among them
  size_t end = 0;
  while (end < word.size() && end < kStemLetters && text::is_ascii(word[end])) ++end;
  uint32_t letters = static_cast<uint32_t>(end);
  if (end < word.size() && letters < kStemLetters) {
    // Behind the article that is written in one with its word.
    const size_t article = article_length(word);
    if (article > 0 && text::count_code_points(word) > kShortestBehindArticle) {
      word.remove_prefix(article);
    }
    while (end < word.size() && letters < kStemLetters) {
      end += text::decode(word, end).length;
      ++letters;
    }
  }
  const bool tells = letters >= 4 || (letters > 0 && text::is_hangul(text::decode(word, 0).value));
  return tells ? word.substr(0, end) : std::string_view();
}

std::vector<std::string> topic_words(const Line& line) {
  std::vector<std::string> found;
  each_topic_word(line.folded, [&](std::string_view word) { found.emplace_back(word); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

double overlap(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  if (words.empty()) return 0;
  const std::unordered_set<std::string_view> held(others.begin(), others.end());
  const auto shared = std::count_if(words.begin(), words.end(),
                                    [&](const std::string& word) { return held.contains(word); });
  return static_cast<double>(shared) / static_cast<double>(words.size());
}

}  // namespace synoptic::clean
