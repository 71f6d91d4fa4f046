#include "compare/names/spelling.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>

#include "base/hash.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/name_marks.h"
#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kLongEnough = 3;  // consonants that tell a name by themselves
constexpr double kAlike = 0.75;    // of two rows of consonants
constexpr double kByOneWord = 0.55, kByShortWord = 0.3;
constexpr double kBySound = 0.9;

// Levenshtein's distance, as a share of the longer row.
double alike(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t kept = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({kept, row[j] + 1, row[j - 1] + 1});
    }
  }
  return 1 - static_cast<double>(row[b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
}

// Two rows of consonants: short ones must be the same, and say less.
double alike_as_names(std::string_view a, std::string_view b) {
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < kLongEnough) return a == b && shorter == kLongEnough - 1 ? kByShortWord : 0;
  if (shorter == kLongEnough) return a == b ? kByOneWord : 0;
  const double found = alike(a, b);
  return found >= kAlike ? kBySound * found : 0;
}

// Every word of the shorter name sounds like one of the longer, in whatever order.
double alike_word_by_word(const Spelling& a, const Spelling& b) {
  const auto& less = a.words.size() <= b.words.size() ? a.words : b.words;
  const auto& more = a.words.size() <= b.words.size() ? b.words : a.words;
  if (less.size() < 2) return 0;
  size_t sounds = 0;
  for (const auto& word : less) {
    const bool met = std::any_of(more.begin(), more.end(), [&](const std::string& other) {
      return word == other || alike_as_names(word, other) >= kByOneWord;
    });
    if (!met) return 0;
    sounds += word.size();
  }
  return sounds > kLongEnough ? kBySound : sounds == kLongEnough ? kByOneWord : 0;
}

// How much of two rows stands in one order in both; what the longer has besides counts a third.
double in_common(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kLongEnough || b.size() > 2 * a.size()) return 0;
  std::vector<size_t> row(b.size() + 1, 0);
  for (const char sound : a) {
    size_t corner = 0;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t here = sound == b[j - 1] ? corner + 1 : std::max(row[j], row[j - 1]);
      corner = std::exchange(row[j], here);
    }
  }
  const double more = static_cast<double>(b.size() - a.size());
  return static_cast<double>(row[b.size()]) / (static_cast<double>(a.size()) + more / 3);
}

// "Sequeira" for "Duarte Sequeira".
double alike_by_one_word(const Spelling& a, const Spelling& b) {
  if (!a.person || !b.person || (a.words.size() > 1) == (b.words.size() > 1)) return 0;
  const std::string& one = a.words.size() > 1 ? b.whole : a.whole;
  const auto& words = a.words.size() > 1 ? a.words : b.words;
  double best = 0;
  for (const auto& word : words) {
    if (word != one || word.size() < kLongEnough - 1) continue;
    best = std::max(best, word.size() >= kLongEnough ? kByOneWord : kByShortWord);
  }
  return best;
}

}  // namespace

namespace {

bool parts_words(char32_t c) {
  return c == ' ' || c == 0xA0 || c == '-' || c == 0x2010 || c == 0x2011 || c == 0xB7 ||
         c == 0x30FB || c == 0x2022 || c == 0x200C;
}

}  // namespace

std::vector<std::string_view> words_of_name(std::string_view folded) {
  std::vector<std::string_view> out;
  size_t begin = 0;
  const auto end_word = [&](size_t end) {
    if (end > begin) out.push_back(folded.substr(begin, end - begin));
  };
  for (size_t at = 0; at < folded.size();) {
    const auto c = text::decode(folded, at);
    if (parts_words(c.value)) {
      end_word(at);
      begin = at + c.length;
    }
    at += c.length;
  }
  end_word(folded.size());
  return out;
}

Spelling spelling_of(std::string_view name, std::string_view lang, bool person) {
  Spelling out;
  out.folded = text::fold_copy(name);
  out.lang = lang;
  out.terms = terms_of(name, lang);
  out.person = person;
  const auto& lexicon = lexicon::Lexicon::load();
  for (const auto word : words_of_name(out.folded)) {
    std::string key = lexicon.sounds_of(word);
    out.whole += key;
    if (!key.empty()) out.words.push_back(std::move(key));
  }
  return out;
}

double likeness(const Spelling& a, const Spelling& b) {
  return a.folded == b.folded ? 1 : likeness(a, b, likeness(a.terms, b.terms));
}

double likeness(const Spelling& a, const Spelling& b, double meant) {
  constexpr double kAnotherType = 0.55;  // a person, and a land that sounds so
  if (a.folded == b.folded) return 1;
  const double found = std::max(
      {meant, alike_as_names(a.whole, b.whole), alike_word_by_word(a, b), alike_by_one_word(a, b)});
  return a.person == b.person ? found : kAnotherType * found;
}

bool are_two(const Spelling& a, const Spelling& b) {
  constexpr size_t kWord = 4;  // bytes; shorter ones are "of" and "der"
  const auto words_of = [](const Spelling& name) {
    std::vector<std::string_view> words = split(name.folded, ' ');
    std::erase_if(words, [](std::string_view word) { return word.size() < kWord; });
    std::ranges::sort(words);
    return words;
  };
  const auto mine = words_of(a), theirs = words_of(b);
  std::vector<std::string_view> rest, other_rest;
  std::ranges::set_difference(mine, theirs, std::back_inserter(rest));
  std::ranges::set_difference(theirs, mine, std::back_inserter(other_rest));
  if (rest.size() == mine.size() || rest.empty() || other_rest.empty()) return false;
  const auto is_other = [&](std::string_view one, std::string_view other) {
    const auto& lexicon = lexicon::Lexicon::load();
    return one.substr(0, kWord) != other.substr(0, kWord) &&
           alike(lexicon.sounds_of(one), lexicon.sounds_of(other)) < kAlike &&
           likeness(terms_of(one, a.lang), terms_of(other, b.lang)) < kByShortWord;
  };
  return std::ranges::all_of(rest, [&](std::string_view one) {
    return std::ranges::all_of(other_rest,
                               [&](std::string_view other) { return is_other(one, other); });
  });
}

bool is_fuller(const Spelling& longer, const Spelling& shorter) {
  if (!longer.person || !shorter.person) return false;
  const auto words = words_of_name(longer.folded), few = words_of_name(shorter.folded);
  if (few.empty() || words.size() <= few.size()) return false;
  if (few.size() == 1) {
    constexpr size_t kShortest = 3;  // bytes
    return few[0].size() >= kShortest && (few[0] == words.front() || few[0] == words.back());
  }
  if (few.front() != words.front()) return false;
  if (text::is_mark_of_son(words.back())) return false;  // his name is not his father's
  size_t at = 0;
  for (const auto word : few) {
    while (at < words.size() && words[at] != word) ++at;
    if (at++ == words.size()) return false;
  }
  return true;
}

double likest_words(const Spelling& a, const Spelling& b) {
  double best = in_common(a.whole, b.whole);
  for (const auto& word : a.words) {
    best = std::max(best, in_common(word, b.whole));
    for (const auto& other : b.words) best = std::max(best, in_common(word, other));
  }
  for (const auto& other : b.words) best = std::max(best, in_common(a.whole, other));
  return best;
}

// Terms, words by their sounds, and the sounds of all with one left out (rows that are one apart
// have such a row in common).
std::vector<uint64_t> keys_to_find(const Spelling& name) {
  std::vector<uint64_t> out{fnv1a("n|" + name.folded)};
  for (const auto& term : name.terms) out.push_back(term.term);
  for (const auto& word : name.words) {
    if (word.size() + 1 >= kLongEnough) out.push_back(fnv1a("w|" + word));
  }
  if (name.whole.size() + 1 >= kLongEnough) out.push_back(fnv1a("w|" + name.whole));
  if (name.whole.size() > kLongEnough) {
    for (size_t i = 0; i < name.whole.size(); ++i) {
      out.push_back(fnv1a("w|" + name.whole.substr(0, i) + name.whole.substr(i + 1)));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace synoptic::compare
