#include "compare/figures/remainders.h"

#include <algorithm>

#include "base/table.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kNounBytes = 40;  // that may stand between the number and the word behind it

struct RemainderWords {
  LanguagePatterns front, behind;
};

const RemainderWords& remainder_words() {
  static const auto words = [] {
    RemainderWords out;
    for (const TableRow row : DataTable::embedded("compare/remainders.tsv", 2)) {
      out.front.add(row[0], row[1], 0);
      out.behind.add(row[0], row[2], 0);
    }
    return out;
  }();
  return words;
}

// One of the words ends where the number begins.
bool stands_in_front(const WordPatterns& patterns, std::string_view front) {
  const std::string folded = text::fold_copy(front);
  const std::string_view text = trim(folded);
  const auto hits = patterns.find(text);
  return std::any_of(hits.begin(), hits.end(),
                     [&](const auto& hit) { return hit.range.end == text.size(); });
}

// One begins behind the number or behind the next word.
bool stands_behind(const WordPatterns& patterns, std::string_view behind) {
  const std::string folded = text::fold_copy(behind);
  const std::string_view text = trim(folded);
  const size_t noun = text.find(' ');
  for (const auto& hit : patterns.find(text)) {
    if (hit.range.begin == 0 || (noun != std::string_view::npos && hit.range.begin == noun + 1)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_remainder(const Telling& telling, const Claim& figure) {
  const auto lang = model::table_language(telling.annotated->article.lang);
  const WordPatterns* front = remainder_words().front.find(lang);
  if (front == nullptr) return false;
  const Sentence& sentence = telling.sentences[figure.sentence];
  const Range at = figure.at.range;
  if (at.begin < sentence.range.begin || at.end > sentence.range.end) return false;
  const std::string_view before = sentence.text.substr(0, at.begin - sentence.range.begin);
  const std::string_view after = sentence.text.substr(at.end - sentence.range.begin);
  if (stands_in_front(*front, text::last_bytes(before, kNounBytes))) return true;
  const WordPatterns* behind = remainder_words().behind.find(lang);
  return behind != nullptr && stands_behind(*behind, text::first_bytes(after, kNounBytes));
}

}  // namespace synoptic::compare
