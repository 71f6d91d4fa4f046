#include "compare/names/one_name.h"

#include <algorithm>
#include <string>
#include <vector>

#include "text/fold.h"
#include "text/name_marks.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::compare {
namespace {

constexpr size_t kLeastStem = 3;  // letters that two forms of a word begin with
constexpr size_t kLongestEnding = 4;
constexpr char32_t kLastCased = 0x0530;  // Latin, Greek, Cyrillic

struct Word {
  std::string folded;
  std::u32string letters;  // of the folded word
  bool small = false;      // it begins with a small letter
};

std::u32string letters_of(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (text::is_letter(c.value) || text::digit_value(c.value) >= 0) out += c.value;
    at += c.length;
  }
  return out;
}

std::vector<Word> words_of(std::string_view name) {
  std::vector<Word> out;
  for (const auto& found : text::words(name)) {
    const std::string_view text = found.range.of(name);
    Word word;
    word.folded = text::fold_copy(text);
    word.letters = letters_of(word.folded);
    if (word.letters.empty()) continue;
    if (text::is_genitive(word.folded)) continue;
    if (out.empty() && text::is_name_article(word.folded)) continue;
    const auto raw = letters_of(text);
    word.small = text::is_letter(raw[0]) && raw[0] == word.letters[0];
    out.push_back(std::move(word));
  }
  return out;
}

bool is_cased(const std::vector<Word>& words) {
  return std::all_of(words.begin(), words.end(), [](const Word& word) {
    return std::all_of(word.letters.begin(), word.letters.end(),
                       [](char32_t c) { return c < kLastCased; });
  });
}

// Two forms of a word: "Grammy", "Grammys"; "Виола", "Виолу".
bool are_forms(const Word& a, const Word& b) {
  if (a.letters == b.letters) return true;
  const auto end =
      std::mismatch(a.letters.begin(), a.letters.end(), b.letters.begin(), b.letters.end());
  const auto same = static_cast<size_t>(end.first - a.letters.begin());
  const size_t longer = std::max(a.letters.size(), b.letters.size());
  return same >= kLeastStem && longer - same <= kLongestEnding && 2 * same >= longer;
}

bool has(const std::vector<Word>& words, const Word& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const Word& other) { return are_forms(word, other); });
}

// "BBC" of "British Broadcasting Corporation".
bool are_initials(const std::vector<Word>& shorter, const std::vector<Word>& longer) {
  if (shorter.size() != 1 || longer.size() < 2) return false;
  std::u32string all, weighty;
  for (const Word& word : longer) {
    all += word.letters[0];
    if (!word.small) weighty += word.letters[0];
  }
  return shorter[0].letters == all || shorter[0].letters == weighty;
}

// "Mo Cheeks", "Maurice Cheeks".
bool are_short_forms(const std::vector<Word>& a, const std::vector<Word>& b) {
  return a.size() >= 2 && b.size() >= 2 && are_forms(a.back(), b.back()) &&
         a.front().letters[0] == b.front().letters[0] && a.back().letters.size() > kLeastStem &&
         a.size() == b.size() && a.size() == 2;
}

// Where what belongs to somebody is parted from the owner; npos: nowhere.
size_t first_genitive(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    const size_t length = text::genitive_length(text.substr(at));
    if (length > 0 && text.substr(at + length).starts_with(' ')) return at;
  }
  return std::string_view::npos;
}

// The name, and behind it what is said of its bearer: "SEACOM the", "Panama Papers: Where",
// "Anna Lind's lawyer".
bool runs_on(const std::vector<Word>& shorter, const std::vector<Word>& longer,
             std::string_view text) {
  if (longer.size() <= shorter.size()) return false;
  if (text.find(": ") != std::string_view::npos) return true;
  if (longer.back().small && !has(shorter, longer.back())) return true;
  const size_t at = first_genitive(text);
  if (at == std::string_view::npos) return false;
  return has(words_of(text.substr(0, at)), shorter.back()) && !has(shorter, longer.back());
}

}  // namespace

std::string_view without_titles(std::string_view name, const knowledge::Knowledge& knowledge) {
  for (;;) {
    const text::Folded folded = text::fold(name);
    const auto* title = knowledge.cue_at_front("mention_person_mark", folded.text);
    if (title == nullptr) return name;
    const auto length = static_cast<uint32_t>(title->text.size());
    const std::string_view rest = name.substr(folded.to_source(Range{0, length}).end);
    if (!rest.starts_with(' ') && !rest.starts_with(". ")) return name;
    name = rest.substr(rest.find(' ') + 1);
  }
}

bool may_be_one_name(std::string_view a, std::string_view b) {
  auto x = words_of(a), y = words_of(b);
  if (x.empty() || y.empty() || !is_cased(x) || !is_cased(y)) return true;
  std::string_view text = b;
  if (x.size() > y.size()) {
    std::swap(x, y);
    text = a;
  }
  if (are_initials(x, y) || are_short_forms(x, y)) return true;
  if (runs_on(x, y, text)) return false;
  return std::all_of(x.begin(), x.end(), [&](const Word& word) { return has(y, word); });
}

}  // namespace synoptic::compare
