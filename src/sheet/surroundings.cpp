#include "sheet/surroundings.h"

#include <algorithm>

#include "gloss/gloss.h"
#include "text/utf8.h"

namespace synoptic::sheet {
namespace {

constexpr size_t kWordsBefore = 5, kWordsBehind = 3;
constexpr size_t kSignsBefore = 12, kSignsBehind = 8;  // in scripts without blanks

// How far `words` words, or so many signs without a blank, go.
size_t reach(std::string_view text, size_t words, size_t signs) {
  size_t at = 0, blanks = 0, spaceless = 0;
  while (at < text.size()) {
    const auto c = text::decode(text, at);
    if (c.value == ' ' && at > 0 && ++blanks == words) break;
    if (text::is_spaceless(c.value) && ++spaceless > signs) break;
    at += c.length;
  }
  return at;
}

// The same from the end backwards: where it begins.
size_t reach_back(std::string_view text, size_t words, size_t signs) {
  size_t at = text.size(), blanks = 0, spaceless = 0;
  while (at > 0) {
    const auto c = text::decode_before(text, at);
    if (c.value == ' ' && at < text.size() && ++blanks == words) break;
    if (text::is_spaceless(c.value) && ++spaceless > signs) break;
    at -= c.length;
  }
  return at;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \n\t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n\t") + 1 - begin);
}

// Signs alone tell nobody which day is meant.
bool has_word(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    if (text::is_word(c.value) || text::is_spaceless(c.value)) return true;
    at += c.length;
  }
  return false;
}

// Without the signs it begins with: a quotation mark whose other half stands elsewhere.
std::string_view from_word(std::string_view text) {
  size_t at = 0;
  while (at < text.size()) {
    const auto c = text::decode(text, at);
    if (!text::is_punctuation(c.value) && !text::is_space(c.value)) break;
    at += c.length;
  }
  return text.substr(at);
}

// Without the rest of a word that the value ends in: "Saturday" has "'s vote" behind it.
std::string_view behind_word(std::string_view text) {
  if (!text.starts_with("'") && !text.starts_with("’")) return text;
  const auto sign = text::decode(text, 0);
  if (sign.length == text.size() || !text::is_word(text::decode(text, sign.length).value)) {
    return text;
  }
  return text.substr(std::min(text.find(' '), text.size()));
}

// Without the first word or two of the next clause: "in Praia, it".
std::string_view clause_of(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const auto c = text::decode(text, at);
    const bool is_break = c.value == U',' || c.value == U';' || c.value == U'،' ||
                          c.value == U'，' || c.value == U'、' || c.value == U'؛' ||
                          c.value == U'；';
    const size_t end = at + c.length;
    // "1,200" is no clause's end.
    const bool in_number = end < text.size() && text[end] >= '0' && text[end] <= '9';
    if (is_break && !in_number) return text.substr(0, at);
    at = end;
  }
  return text;
}

std::string around(const model::FactValue& value) {
  const std::string_view text = value.evidence;
  const size_t at = value.text.empty() ? std::string::npos : text.find(value.text);
  if (at == std::string_view::npos) return {};
  std::string_view before = text.substr(0, at),
                   behind = behind_word(text.substr(at + value.text.size()));
  before = trimmed(from_word(before.substr(reach_back(before, kWordsBefore, kSignsBefore))));
  behind = trimmed(behind.substr(0, reach(behind, kWordsBehind, kSignsBehind)));
  behind = clause_of(from_word(behind));
  if (!has_word(before) && !has_word(behind)) return {};
  std::string out(before);
  out += before.empty() ? "…" : " …";
  if (!behind.empty()) out += " " + std::string(behind);
  return out;
}

}  // namespace

Quote surroundings(const model::Fact& fact, const LanguageOf& language) {
  if (fact.values.empty()) return {};
  // The labels are in the reader's language, and so are these words where an account has them.
  const auto read = std::find_if(fact.values.begin(), fact.values.end(), [&](const auto& value) {
    return model::table_language(language(value.article)) == gloss::kReader;
  });
  const auto& told = read == fact.values.end() ? fact.values.front() : *read;
  std::string words = around(told);
  if (words.empty()) return {};
  return {std::move(words), language(told.article)};
}

}  // namespace synoptic::sheet
