#include "gazetteer/phrases.h"

#include <algorithm>

#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::gazetteer {
namespace {

constexpr int kLeastSmall = 2;     // titles with a word in small letters
constexpr int kShareOfSmall = 25;  // of so many one at least

bool has_case(std::string_view word) {
  const char32_t first = word.empty() ? U' ' : text::decode(word, 0).value;
  return text::is_latin(first) || text::is_cyrillic(first);
}

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  size_t begin = 0;
  for (size_t at = 0; at <= name.size(); ++at) {
    const bool apart =
        at == name.size() || std::string_view(" -'/,.").find(name[at]) != std::string_view::npos;
    if (!apart) continue;
    if (at > begin) words.push_back(name.substr(begin, at - begin));
    begin = at + 1;
  }
  return words;
}

}  // namespace

Phrases::Phrases(const std::vector<towns::Row>& rows) {
  for (const towns::Row& row : rows) {
    for (const auto& [lang, title] : row) {
      const auto words = words_of(title);
      for (size_t i = 1; i < words.size(); ++i) {
        if (!has_case(words[i])) continue;
        Seen& seen = words_[lang][text::fold_copy(words[i])];
        ++seen.all;
        if (!text::is_upper(text::decode(words[i], 0).value)) ++seen.small;
      }
    }
  }
}

bool Phrases::is_plain(const std::string& lang, std::string_view name) const {
  const auto own = words_.find(lang == "uk" ? "ru" : lang);
  if (own == words_.end()) return false;
  for (const std::string_view word : words_of(name)) {
    if (!has_case(word)) return false;
    const auto seen = own->second.find(text::fold_copy(word));
    if (seen == own->second.end() || seen->second.small < kLeastSmall ||
        seen->second.small * kShareOfSmall < seen->second.all) {
      return false;
    }
  }
  return true;
}

void Phrases::watch(const std::string& lang, const std::string& name) {
  watched_[lang].emplace(text::fold_copy(name), 0);
}

void Phrases::count(const std::vector<towns::Row>& rows) {
  for (const towns::Row& row : rows) {
    for (const auto& [lang, title] : row) {
      auto& own = watched_[lang];
      const std::string folded = text::fold_copy(title);
      const bool spaceless = text::is_spaceless(text::decode(folded, 0).value);
      const auto note = [&](std::string_view part) {
        const auto found = own.find(std::string(part));
        if (found != own.end()) ++found->second;
      };
      for (size_t at = 0; at < folded.size();) {
        const text::CodePoint c = text::decode(folded, at);
        const bool apart = spaceless ? at > 0 : c.value == ' ';
        if (apart) {
          note(std::string_view(folded).substr(0, at));
          note(std::string_view(folded).substr(spaceless ? at : at + 1));
        }
        at += c.length;
      }
    }
  }
}

int Phrases::titles_with(const std::string& lang, const std::string& name) const {
  const auto own = watched_.find(lang);
  if (own == watched_.end()) return 0;
  const auto found = own->second.find(text::fold_copy(name));
  return found == own->second.end() ? 0 : found->second;
}

}  // namespace synoptic::gazetteer
