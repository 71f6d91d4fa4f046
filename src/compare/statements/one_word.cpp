#include "compare/statements/one_word.h"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "base/table.h"
#include "compare/figures/match_dates.h"
#include "compare/word_patterns.h"
#include "text/fold.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr double kSpacelessWord = 0.5;  // of a word, in one character
constexpr double kFewestShared = 4;     // words before and behind the place
constexpr double kShared = 0.6;         // … of the longer sentence
constexpr double kMostInPlace = 4;      // words that stand in the other's stead
constexpr double kOneMeaning = 0.3;     // of the words in the place, through the lexicon
constexpr size_t kLeastStem = 4;        // bytes that two forms of a word begin with

struct Place {
  const Telling& telling;
  const Sentence& sentence;

  bool holds(const model::Place& at) const {
    return at.block == sentence.block && sentence.range.contains(at.range);
  }
  std::string_view lang() const { return model::table_language(telling.annotated->article.lang); }
};

// Both have some, and none of one is like one of the other.
template <typename List, typename Same>
bool exclude(const List& a, const List& b, Same&& same) {
  if (a.empty() || b.empty()) return false;
  return std::none_of(a.begin(), a.end(), [&](const auto& one) {
    return std::any_of(b.begin(), b.end(), [&](const auto& other) { return same(one, other); });
  });
}

std::vector<double> ages_in(const Place& place) {
  std::vector<double> out;
  for (const auto& quantity : place.telling.annotated->quantities) {
    if (quantity.kind == "age" && !quantity.max && place.holds(quantity.at)) {
      out.push_back(quantity.value);
    }
  }
  return out;
}

std::vector<model::DateValue> hours_in(const Place& place) {
  std::vector<model::DateValue> out;
  for (const auto& time : place.telling.annotated->times) {
    if (is_hour(time) && place.holds(time.at)) out.push_back(time.from);
  }
  return out;
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
      for (size_t i = 2; i < row.size(); ++i) add_words(out.languages, row[i], index);
    }
    return out;
  }();
  return kinds;
}

std::vector<uint32_t> kinds_in(const Place& place) {
  const auto words = table().languages.find(place.lang());
  if (words == table().languages.end()) return {};
  std::vector<uint32_t> out;
  for (const auto& hit : words->second.find_longest(text::fold_copy(place.sentence.text))) {
    out.push_back(hit.value);
  }
  return out;
}

// Of some sort both name kinds, and no one of them both.
bool are_of_two_kinds(const Place& a, const Place& b) {
  const auto of_a = kinds_in(a);
  if (of_a.empty()) return false;
  const auto of_b = kinds_in(b);
  const auto of_sort = [&](std::vector<uint32_t> kinds, const std::string& sort) {
    std::erase_if(kinds, [&](uint32_t kind) { return table().sorts[kind] != sort; });
    return kinds;
  };
  return std::any_of(of_a.begin(), of_a.end(), [&](uint32_t kind) {
    const std::string& sort = table().sorts[kind];
    return exclude(of_sort(of_a, sort), of_sort(of_b, sort), std::equal_to<>());
  });
}

struct Words {
  std::string folded;
  std::vector<text::Word> list;

  explicit Words(std::string_view text) : folded(text::fold_copy(text)) {
    list = text::words(folded);
  }
  std::string_view at(size_t i) const { return list[i].range.of(folded); }
  double weight(size_t begin, size_t end) const {
    double out = 0;
    for (size_t i = begin; i < end; ++i) out += list[i].spaceless ? kSpacelessWord : 1;
    return out;
  }
  std::string_view between(size_t begin, size_t end) const {
    return Range{list[begin].range.begin, list[end - 1].range.end}.of(folded);
  }
};

bool are_forms(std::string_view a, std::string_view b) {
  const auto end = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto same = static_cast<size_t>(end.first - a.begin());
  return same >= kLeastStem && 2 * same >= std::max(a.size(), b.size());
}

// Other words stand in one place of two sentences that are word for word the same: no more than the
// place tells whether they mean the same.
bool are_other_words_in_place(const Place& a, const Place& b) {
  if (a.lang() != b.lang()) return false;
  const Words x(a.sentence.text), y(b.sentence.text);
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

bool tell_otherwise(const Telling& a, uint32_t sentence_of_a, const Telling& b,
                    uint32_t sentence_of_b) {
  const Place x{a, a.sentences[sentence_of_a]}, y{b, b.sentences[sentence_of_b]};
  return exclude(ages_in(x), ages_in(y), std::equal_to<>()) ||
         exclude(hours_in(x), hours_in(y),
                 [](const auto& one, const auto& other) { return !are_two_hours(one, other); }) ||
         are_of_two_kinds(x, y) || are_other_words_in_place(x, y);
}

}  // namespace synoptic::compare
