#include "text/sentences.h"

#include <algorithm>
#include <functional>
#include <string>
#include <unordered_set>

#include "base/strings.h"
#include "base/table.h"
#include "text/ascii.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace synoptic::text {
namespace {

bool ends_sentence_alone(char32_t c) {  // no blank need follow
  return c == U'。' || c == U'！' || c == U'？' || c == U'｡';
}

bool ends_sentence_before_space(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'؟' || c == U'۔' || c == U'।' || c == U'…';
}

bool closes_quotation(char32_t c) {
  return c == '"' || c == '\'' || c == U'”' || c == U'’' || c == U'»' || c == U'」' || c == U'』' ||
         c == ')' || c == U'）' || c == ']';
}

// The words of data/text/sentences.tsv.
struct PointWords {
  using Set = std::unordered_set<std::string, TransparentHash, std::equal_to<>>;
  Set abbreviations, before_numbers, before_ordinals, behind_ordinals;

  static const PointWords& get() {
    static const PointWords words;
    return words;
  }

 private:
  PointWords() {
    const std::pair<std::string_view, Set*> kinds[] = {{"abbreviation", &abbreviations},
                                                       {"number", &before_numbers},
                                                       {"ordinal_before", &before_ordinals},
                                                       {"ordinal_behind", &behind_ordinals}};
    for (const TableRow row : DataTable::embedded("text/sentences.tsv", 2)) {
      for (const auto& [kind, set] : kinds) {
        if (kind != row[0]) continue;
        for (const std::string_view word : row.words(1)) set->emplace(word);
      }
    }
  }
};

bool is_digit_at(std::string_view text, size_t at) {
  return at < text.size() && is_digit(decode(text, at).value);
}

size_t skip_spaces(std::string_view text, size_t at) {
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value)) break;
    at += c.length;
  }
  return at;
}

// The run of letters that begins at the byte.
std::string_view word_at(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size()) {
    const CodePoint c = decode(text, end);
    if (!is_letter(c.value)) break;
    end += c.length;
  }
  return text.substr(at, end - at);
}

// "am 3. März", "der 2. Senat": the point makes an ordinal of the number in front of it.
bool is_ordinal(std::string_view before, std::string_view behind) {
  constexpr size_t kMostDigits = 3;
  size_t begin = before.size();
  while (begin > 0 && is_ascii_digit(before[begin - 1])) --begin;
  const size_t digits = before.size() - begin;
  if (digits == 0 || digits > kMostDigits || begin == 0 || before[begin - 1] != ' ') return false;
  const size_t next = skip_spaces(behind, 0);
  const std::string_view follower = word_at(behind, next);
  if (next == 0 || follower.empty()) return false;
  const PointWords& words = PointWords::get();
  if (digits < kMostDigits && words.behind_ordinals.contains(follower)) return true;
  const std::string_view front = before.substr(0, begin - 1);
  const size_t word = front.find_last_of(" \n") + 1;
  return words.before_ordinals.contains(front.substr(word));
}

bool is_abbreviation(std::string_view before, std::string_view behind, bool initials) {
  constexpr size_t kMostLetters = 6;
  size_t begin = before.size();
  size_t letters = 0;
  bool first_upper = false;
  while (begin > 0) {
    const CodePoint c = decode_before(before, begin);
    if (!is_letter(c.value)) break;
    first_upper = is_upper(c.value);
    begin -= c.length;
    if (++letters > kMostLetters) return false;
  }
  if (letters == 0) return false;
  const std::string_view word = before.substr(begin);
  const bool counted = begin > 1 && is_digit_at(before, begin - 2);  // "2024 г."
  if (letters == 1 && counted && !initials) return false;
  if (letters == 1 && initials) {
    if (first_upper || is_latin(decode(word, 0).value)) return true;  // an initial: "J. Smith"
    if (counted || is_digit_at(behind, skip_spaces(behind, 0))) {
      return is_digit_at(behind, skip_spaces(behind, 0)) &&
             PointWords::get().before_numbers.contains(word);
    }
    return PointWords::get().abbreviations.contains(word);
  }
  std::string lower(word);
  if (static_cast<unsigned char>(lower[0]) < 0x80 && lower[0] >= 'A' && lower[0] <= 'Z') {
    lower[0] = static_cast<char>(lower[0] - 'A' + 'a');
  }
  const PointWords& words = PointWords::get();
  if (words.abbreviations.contains(lower)) return true;
  return is_digit_at(behind, skip_spaces(behind, 0)) && words.before_numbers.contains(lower);
}

// Does what stands behind `at` (behind white space) begin a sentence?
bool begins_sentence(std::string_view text, size_t at) {
  bool space = false;
  while (at < text.size()) {
    const CodePoint c = decode(text, at);
    if (!is_space(c.value)) {
      // A lower-case letter goes on with the sentence: "e.g. this".
      if (!space) return false;
      if (!is_letter(c.value)) return true;
      const bool cased = is_cased(c.value);
      return !cased || is_upper(c.value);
    }
    space = true;
    at += c.length;
  }
  return true;
}

// ASCII at which no sentence ends.
bool goes_on(char c) { return is_ascii(c) && c != '.' && c != '!' && c != '?' && c != '\n'; }

constexpr size_t kLongest = 3000;  // bytes of a sentence

// Where to cut what is too long: behind the last comma in reach, else the last blank, else anywhere
// between two characters.
size_t cut_of(std::string_view text, size_t begin) {
  size_t comma = 0, blank = 0, at = begin;
  while (at < begin + kLongest) {
    const CodePoint c = decode(text, at);
    at += c.length;
    if (c.value == ',' || c.value == ';' || c.value == U'،' || c.value == U'，') comma = at;
    if (is_space(c.value)) blank = at;
  }
  if (comma > begin + kLongest / 2) return comma;
  return blank > begin + kLongest / 2 ? blank : at;
}

}  // namespace

std::vector<Range> sentences(std::string_view text) {
  std::vector<Range> result;
  size_t begin = 0;
  const auto push = [&](size_t end) {
    while (end - begin > kLongest) {
      const size_t cut = std::min(cut_of(text, begin), end);
      result.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(cut)});
      begin = cut;
    }
    size_t from = begin, to = end;
    while (from < to) {
      const CodePoint c = decode(text, from);
      if (!is_space(c.value)) break;
      from += c.length;
    }
    while (to > from) {
      const CodePoint c = decode_before(text, to);
      if (!is_space(c.value)) break;
      to -= c.length;
    }
    if (to > from) result.push_back({static_cast<uint32_t>(from), static_cast<uint32_t>(to)});
    begin = end;
  };
  for (size_t at = 0; (at = end_of_run<goes_on>(text, at)) < text.size();) {
    const CodePoint c = decode(text, at);
    size_t next = at + c.length;
    if (c.value == '\n') {
      push(at);
    } else if (ends_sentence_alone(c.value) || ends_sentence_before_space(c.value)) {
      bool alone = ends_sentence_alone(c.value);
      while (next < text.size()) {  // "?!", and the closing quotation mark
        const CodePoint more = decode(text, next);
        if (!ends_sentence_before_space(more.value) && !closes_quotation(more.value) &&
            !ends_sentence_alone(more.value)) {
          break;
        }
        next += more.length;
      }
      const std::string_view before = text.substr(begin, at - begin);
      const bool abbreviated =
          c.value == '.' && (is_abbreviation(before, text.substr(next), true) ||
                             (next == at + 1 && is_ordinal(before, text.substr(next))));
      if (alone || (!abbreviated && begins_sentence(text, next))) push(next);
    }
    at = next;
  }
  push(text.size());
  return result;
}

bool ends_short_form(std::string_view before, std::string_view behind) {
  return is_abbreviation(before, behind, false);
}

Range sentence_at(std::string_view text, uint32_t offset) {
  const auto all = sentences(text);
  for (const Range& range : all) {
    if (offset < range.end) return range;
  }
  return all.empty() ? Range{} : all.back();
}

}  // namespace synoptic::text
