#include "clean/people/name_places.h"

#include <algorithm>
#include <optional>

#include "clean/people/byline_labels.h"
#include "clean/people/name_words.h"
#include "clean/people/people.h"
#include "text/utf8.h"
#include "text/words.h"

namespace synoptic::clean {
namespace {

using knowledge::Knowledge;

constexpr size_t kMostWordsOfPlace = 5, kFewestWordsOfName = 2;

// Behind the word that leads to it. With capitals a place need not be known: nobody knows them all.
bool may_be_place(const Knowledge& knowledge, bool known_only, std::string_view words) {
  if (words.empty() || text::has_digit(words)) return false;
  if (text::words(words).size() > kMostWordsOfPlace) return false;
  if (names_place(knowledge, words)) return true;
  return !known_only && has_case(words) && text::is_upper(text::decode(words, 0).value) &&
         words.find_first_of(".:;!?()|/") == std::string_view::npos;
}

// "Ankara'dan", "İstanbul’da": the place in front of the sign that parts its ending.
bool is_place_with_ending(const Knowledge& knowledge, std::string_view word) {
  for (const std::string_view sign : {"'", "’"}) {
    const size_t at = word.find(sign);
    if (at == std::string_view::npos || at == 0 || at + sign.size() >= word.size()) continue;
    const char32_t ending = text::decode(word, at + sign.size()).value;
    return text::is_letter(ending) && !text::is_upper(ending) &&
           names_place(knowledge, word.substr(0, at));
  }
  return false;
}

bool may_be_name(std::string_view words) {
  if (text::words(words).size() < kFewestWordsOfName) return false;
  return !has_case(words) || looks_like_person(words);
}

// Where the place phrase at the end begins.
std::optional<size_t> place_phrase(const Knowledge& knowledge, std::string_view words) {
  for (size_t blank = words.find(' '); blank != words.npos; blank = words.find(' ', blank + 1)) {
    if (name_words().is_whole("service", words.substr(blank + 1))) return blank;
  }
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    if (end < words.size()) {
      const std::string_view word = words.substr(at, end - at);
      const bool known_only = name_words().is_whole_with("place_word", word, "known");
      if ((known_only || name_words().is_whole("place_word", word)) &&
          may_be_place(knowledge, known_only, text::trim_space(words.substr(end)))) {
        return at;
      }
    }
    at = end + 1;
  }
  const size_t last = words.rfind(' ');
  const size_t tail = last == std::string_view::npos ? 0 : last + 1;
  if (is_place_with_ending(knowledge, words.substr(tail))) return tail;
  if (last == std::string_view::npos ||
      !name_words().is_whole("place_ending", words.substr(tail))) {
    return std::nullopt;
  }
  for (size_t at = 0; at < last;) {
    if (names_place(knowledge, text::trim_space(words.substr(at, last - at)))) return at;
    const size_t blank = words.find(' ', at);
    at = blank == std::string_view::npos ? last : blank + 1;
  }
  return std::nullopt;
}

}  // namespace

std::string_view without_place_behind(const Knowledge& knowledge, std::string_view words) {
  constexpr size_t kLongest = 120;  // bytes
  if (words.size() > kLongest) return words;
  const auto at = place_phrase(knowledge, words);
  if (!at || *at == 0) return words;
  std::string_view name = text::trim_space(words.substr(0, *at));
  for (const std::string_view sign : {",", "،", "，"}) {
    if (name.ends_with(sign)) name = text::trim_space(name.substr(0, name.size() - sign.size()));
  }
  return may_be_name(name) ? name : words;
}

bool is_place_phrase(const Knowledge& knowledge, std::string_view words) {
  const auto at = place_phrase(knowledge, text::trim_space(words));
  return at && *at == 0;
}

}  // namespace synoptic::clean
