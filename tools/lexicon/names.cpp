#include "lexicon/names.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "lexicon/name_key.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

constexpr size_t kLongest = 24;
constexpr int kRounds = 6;
constexpr double kLeastSeen = 3;
constexpr char32_t kFirstSpelled = 0x370, kLastSpelled = 0x2000;  // Greek to Greek Extended
constexpr std::string_view kClasses = "PTKSLMN";
constexpr size_t kOne = 1, kTwo = 1 + kClasses.size();
constexpr size_t kOutcomes = kTwo + kClasses.size() * kClasses.size();

// No class, one, or two: what a letter can stand for.
using Outcomes = std::array<double, kOutcomes>;

size_t index_of(char sound) { return kClasses.find(sound); }

Outcomes first_guess() {
  Outcomes guess{};
  guess[0] = 0.3;
  for (size_t i = kOne; i < kTwo; ++i) guess[i] = 0.6 / static_cast<double>(kTwo - kOne);
  for (size_t i = kTwo; i < kOutcomes; ++i) guess[i] = 0.1 / static_cast<double>(kOutcomes - kTwo);
  return guess;
}

size_t outcome(std::string_view classes, size_t at, size_t count) {
  if (count == 0) return 0;
  if (count == 1) return kOne + index_of(classes[at]);
  return kTwo + index_of(classes[at]) * kClasses.size() + index_of(classes[at + 1]);
}

std::string text_of(size_t outcome) {
  if (outcome == 0) return "";
  if (outcome < kTwo) return {kClasses[outcome - kOne]};
  const size_t pair = outcome - kTwo;
  return {kClasses[pair / kClasses.size()], kClasses[pair % kClasses.size()]};
}

}  // namespace

void NameLearner::add(std::string_view latin, std::string_view other) {
  Pair pair;
  latin_name_key(text::fold_copy(latin), pair.classes);
  name_letters(text::fold_copy(other), pair.letters);
  if (pair.letters.empty() || pair.letters.size() > kLongest || pair.classes.size() > kLongest) {
    return;
  }
  if (text::is_latin(pair.letters[0])) return;
  if (pair.classes.size() > 2 * pair.letters.size()) return;
  pairs_.push_back(std::move(pair));
}

void NameLearner::add_spelled_letters(std::vector<NameLetter>& letters,
                                      const std::set<char32_t>& learnt) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (!to_latin) return;
  std::string classes;
  for (char32_t c = kFirstSpelled; c < kLastSpelled; ++c) {
    if (!u_isalpha(static_cast<UChar32>(c)) || learnt.contains(c) || text::is_latin(c)) continue;
    icu::UnicodeString spelled(static_cast<UChar32>(c));
    to_latin->transliterate(spelled);
    std::string latin;
    spelled.toUTF8String(latin);
    latin_name_key(latin, classes);
    NameLetter row;
    if (classes.empty() || classes.size() > row.classes.size()) continue;
    row.letter = c;
    std::copy(classes.begin(), classes.end(), row.classes.begin());
    letters.push_back(row);
  }
}

std::vector<NameLetter> NameLearner::learn() const {
  std::map<char32_t, Outcomes> table;
  std::map<char32_t, double> seen;
  for (const Pair& pair : pairs_) {
    for (const char32_t letter : pair.letters) {
      table.try_emplace(letter, first_guess());
      seen[letter] += 1;
    }
  }
  for (int round = 0; round < kRounds; ++round) {
    std::map<char32_t, Outcomes> counts;
    for (const auto& [letter, outcomes] : table) counts[letter].fill(0);
    for (const Pair& pair : pairs_) {
      const size_t n = pair.letters.size(), m = pair.classes.size();
      // Forward and backward sums over the ways to deal the classes out to the letters.
      std::vector<double> forward((n + 1) * (m + 1), 0), backward((n + 1) * (m + 1), 0);
      const auto at = [&](size_t i, size_t j) { return i * (m + 1) + j; };
      std::vector<const Outcomes*> rows;
      for (const char32_t letter : pair.letters) rows.push_back(&table.at(letter));
      forward[at(0, 0)] = 1;
      for (size_t i = 0; i < n; ++i) {
        for (size_t j = 0; j <= m; ++j) {
          for (size_t k = 0; k <= 2 && j + k <= m; ++k) {
            forward[at(i + 1, j + k)] +=
                forward[at(i, j)] * (*rows[i])[outcome(pair.classes, j, k)];
          }
        }
      }
      const double total = forward[at(n, m)];
      if (total <= 0) continue;
      backward[at(n, m)] = 1;
      for (size_t i = n; i-- > 0;) {
        Outcomes& count = counts.at(pair.letters[i]);
        for (size_t j = 0; j <= m; ++j) {
          for (size_t k = 0; k <= 2 && j + k <= m; ++k) {
            const size_t what = outcome(pair.classes, j, k);
            const double after = (*rows[i])[what] * backward[at(i + 1, j + k)];
            backward[at(i, j)] += after;
            count[what] += forward[at(i, j)] * after / total;
          }
        }
      }
    }
    for (auto& [letter, outcomes] : counts) {
      double sum = 0;
      for (double& count : outcomes) sum += (count += 1e-6);
      for (double& count : outcomes) count /= sum;
    }
    table = std::move(counts);
  }
  std::vector<NameLetter> letters;
  std::set<char32_t> learnt;
  for (const auto& [letter, outcomes] : table) {
    if (seen.at(letter) < kLeastSeen) continue;
    learnt.insert(letter);
    const auto best = std::max_element(outcomes.begin(), outcomes.end()) - outcomes.begin();
    const std::string classes = text_of(static_cast<size_t>(best));
    if (classes.empty()) continue;
    NameLetter row;
    row.letter = letter;
    std::copy(classes.begin(), classes.end(), row.classes.begin());
    letters.push_back(row);
  }
  add_spelled_letters(letters, learnt);
  std::sort(letters.begin(), letters.end(),
            [](const NameLetter& a, const NameLetter& b) { return a.letter < b.letter; });
  return letters;
}

}  // namespace synoptic::lexicon
