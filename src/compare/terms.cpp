#include "compare/terms.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace synoptic::compare {
namespace {

constexpr size_t kWordsAround = 6;            // on each side
constexpr size_t kCharactersAround = 12;      // of a script without spaces
constexpr size_t kMostOfSentenceRead = 1200;  // of one sentence: more says nothing sharper

bool is_blank(char32_t c) { return c == ' ' || c == 0xA0 || c == '\n' || c == '\t'; }

// How many bytes behind `at` belong to the value's surroundings.
size_t reach_behind(std::string_view text, size_t at, size_t most_words = kWordsAround,
                    size_t most_characters = kCharactersAround) {
  size_t words = 0, characters = 0, end = at;
  while (end < text.size() && words < most_words && characters < most_characters) {
    const auto c = text::decode(text, end);
    if (text::is_spaceless(c.value)) ++characters;
    if (is_blank(c.value)) ++words;
    end += c.length;
  }
  return end;
}

size_t reach_before(std::string_view text, size_t at, size_t most_words = kWordsAround,
                    size_t most_characters = kCharactersAround) {
  size_t words = 0, characters = 0, begin = at;
  while (begin > 0 && words <= most_words && characters < most_characters) {
    const auto c = text::decode_before(text, begin);
    if (text::is_spaceless(c.value)) ++characters;
    if (is_blank(c.value)) ++words;
    begin -= c.length;
  }
  return begin;
}

std::string without_digits(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  size_t kept = 0;  // up to here
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (text::is_digit(c.value)) {
      out += text.substr(kept, at - kept);
      out += ' ';
      kept = at + c.length;
    }
    at += c.length;
  }
  return out += text.substr(kept);
}

// Texts read before: a clause is asked for once for each of its claims, and accounts tell in one
// agency's words what differs in its figures alone. What is forgotten is read anew, with the same
// result.
struct Remembered {
  std::string text, lang;
  Terms terms;
};
constexpr size_t kRemembered = 2048;

}  // namespace

Terms terms_of(std::string_view text, std::string_view lang) {
  thread_local std::vector<Remembered> memory(kRemembered);
  thread_local Terms found;  // it grows once, what is kept is as long as it is
  if (text.size() > kMostOfSentenceRead) text = text.substr(0, kMostOfSentenceRead);
  std::string words = without_digits(text);
  Remembered& slot = memory[std::hash<std::string_view>()(words) % kRemembered];
  if (slot.text != words || slot.lang != lang) {
    lexicon::Lexicon::load().terms(words, lang, found);
    slot.terms = found;
    slot.text = std::move(words);
    slot.lang = lang;
  }
  return slot.terms;
}

Terms terms_around(std::string_view sentence, Range value, std::string_view lang) {
  const size_t first = std::min<size_t>(value.begin, sentence.size());
  const size_t last = std::min<size_t>(value.end, sentence.size());
  const size_t begin = reach_before(sentence, first);
  const size_t end = reach_behind(sentence, last);
  return terms_of(sentence.substr(begin, end - begin), lang);
}

Terms terms_beside(std::string_view sentence, Range value, std::string_view lang) {
  constexpr size_t kBefore = 3, kBehind = 4, kCharacters = 6;
  const size_t first = std::min<size_t>(value.begin, sentence.size());
  const size_t last = std::min<size_t>(std::max(value.begin, value.end), sentence.size());
  const size_t begin = reach_before(sentence, first, kBefore, kCharacters);
  const size_t end = reach_behind(sentence, last, kBehind, kCharacters);
  std::string text(sentence.substr(begin, first - begin));
  text += ' ';
  text += sentence.substr(last, end - last);
  return terms_of(text, lang);
}

double likeness(const Terms& a, const Terms& b) { return lexicon::cosine(a, b); }

}  // namespace synoptic::compare
