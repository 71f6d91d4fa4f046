#include "compare/statements/one_word.h"

#include <algorithm>
#include <functional>

#include "base/table.h"
#include "compare/figures/match_dates.h"
#include "compare/word_patterns.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr double kSpacelessWord = 0.5;  // of a word, in one character
constexpr double kFewestShared = 4;     // words before and behind the place
constexpr double kShared = 0.6;         // … of the longer sentence
constexpr double kMostInPlace = 4;      // words that stand in the other's stead
constexpr double kOneMeaning = 0.3;     // of the words in the place, through the lexicon
constexpr size_t kLeastStem = 4;        // bytes that two forms of a word begin with

// Both have some, and none of one is like one of the other.
template <typename List, typename Same>
bool exclude(const List& a, const List& b, Same&& same) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const auto& one) {
    return std::any_of(b.begin(), b.end(), [&](const auto& other) { return same(one, other); });
  });
}

struct Kinds {
  std::vector<std::string> sorts;  // per kind
  LanguagePatterns languages;
};

const Kinds& table() {
  static const Kinds kinds = [] {
    Kinds out;
    for (const TableRow row : DataTable::embedded("compare/contrasts.tsv", 3)) {
      const auto index = static_cast<uint32_t>(out.sorts.size());
      out.sorts.emplace_back(row[0]);
      for (size_t i = 2; i < row.size(); ++i) out.languages.add_cell(row[i], index);
    }
    return out;
  }();
  return kinds;
}

// Of some sort both name kinds, and no one of them both.
bool are_of_two_kinds(const WordedSentence& a, const WordedSentence& b) {
  const auto& of_a = a.kinds();
  if (of_a.empty()) return false;
  const auto& of_b = b.kinds();
  const auto of_sort = [&](std::vector<uint32_t> kinds, const std::string& sort) {
    std::erase_if(kinds, [&](uint32_t kind) { return table().sorts[kind] != sort; });
    return kinds;
  };
  return std::any_of(of_a.begin(), of_a.end(), [&](uint32_t kind) {
    const std::string& sort = table().sorts[kind];
    return exclude(of_sort(of_a, sort), of_sort(of_b, sort), std::equal_to<>());
  });
}

bool are_forms(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto same = static_cast<size_t>(end.first - a.begin());
  return same >= kLeastStem && 2 * same >= std::max(a.size(), b.size());
}

// Other words stand in one place of two sentences that are word for word the same: no more than the
// place tells whether they mean the same.
bool are_other_words_in_place(const WordedSentence& a, const WordedSentence& b) {
  if (a.lang() != b.lang()) return false;
  const auto &x = a.words(), &y = b.words();
  const size_t least = std::min(x.list.size(), y.list.size());
  size_t front = 0, back = 0;
  while (front < least && x.at(front) == y.at(front)) ++front;
  while (back < least - front && x.at(x.list.size() - 1 - back) == y.at(y.list.size() - 1 - back)) {
    ++back;
  }
  const size_t end_x = x.list.size() - back, end_y = y.list.size() - back;
  if (front == end_x || front == end_y) return false;  // only a word more
  const double shared = x.weight(0, front) + x.weight(end_x, x.list.size());
  const double longer = std::max(x.weight(0, x.list.size()), y.weight(0, y.list.size()));
  if (shared < kFewestShared || shared < kShared * longer) return false;
  if (std::max(x.weight(front, end_x), y.weight(front, end_y)) > kMostInPlace) return false;
  const std::string_view one = x.between(front, end_x), other = y.between(front, end_y);
  // Numbers and days are compared by themselves.
  if (text::has_digit(one) || text::has_digit(other) || are_forms(one, other)) return false;
  return likeness(terms_of(one, a.lang()), terms_of(other, b.lang())) < kOneMeaning;
}

}  // namespace

WordedSentence::Words::Words(std::string_view text) : folded(text::fold_copy(text)) {
  list = text::words(folded);
}

std::string_view WordedSentence::Words::between(size_t begin, size_t end) const {
  return Range{list[begin].range.begin, list[end - 1].range.end}.of(folded);
}

double WordedSentence::Words::weight(size_t begin, size_t end) const {
  double out = 0;
  for (size_t i = begin; i < end; ++i) out += list[i].spaceless ? kSpacelessWord : 1;
  return out;
}

WordedSentence::WordedSentence(const Telling& telling, uint32_t index)
    : text_(telling.sentences[index].text),
      lang_(model::table_language(telling.annotated->article.lang)) {
  const Sentence& sentence = telling.sentences[index];
  const auto holds = [&](const model::Place& at) {
    return at.block == sentence.block && sentence.range.contains(at.range);
  };
  for (const auto& quantity : telling.annotated->quantities) {
    if (quantity.kind == "age" && !quantity.max && holds(quantity.at)) {
      ages_.push_back(quantity.value);
    }
  }
  for (const auto& time : telling.annotated->times) {
    if (is_hour(time) && holds(time.at)) hours_.push_back(time.from);
  }
}

const std::vector<uint32_t>& WordedSentence::kinds() const {
  if (kinds_) return *kinds_;
  kinds_.emplace();
  const WordPatterns* patterns = table().languages.find(lang_);
  if (patterns == nullptr) return *kinds_;
  for (const auto& hit : patterns->find_longest(words().folded)) {
    kinds_->push_back(hit.value);
  }
  return *kinds_;
}

const WordedSentence::Words& WordedSentence::words() const {
  if (!words_) words_.emplace(text_);
  return *words_;
}

bool tell_otherwise(const WordedSentence& a, const WordedSentence& b) {
  return exclude(a.ages(), b.ages(), std::equal_to<>()) ||
         exclude(a.hours(), b.hours(),
                 [](const auto& one, const auto& other) { return !are_two_hours(one, other); }) ||
         are_of_two_kinds(a, b) || are_other_words_in_place(a, b);
}

}  // namespace synoptic::compare
