#include "lexicon/own_words.h"

#include <algorithm>
#include <fstream>
#include <map>

#include "base/data.h"
#include "base/strings.h"

namespace synoptic::lexicon {
namespace {

// Of a row of words of one meaning in many languages: per language.
using Meaning = std::vector<std::vector<std::string_view>>;

size_t index_of(const std::vector<std::string>& languages, std::string_view code) {
  const auto found = std::find(languages.begin(), languages.end(), code);
  return static_cast<size_t>(found - languages.begin());
}

// Each English word beside each word of another language; together they weigh as one.
void visit_pairs(const Meaning& meaning, size_t pivot, float weight,
                 const std::function<void(const Line&)>& visit) {
  const auto& english = meaning[pivot];
  if (english.empty()) return;
  for (size_t language = 0; language < meaning.size(); ++language) {
    if (language == pivot) continue;
    for (const auto word : meaning[language]) {
      for (const auto pivot_word : english) {
        Line line;
        line.weight = weight / static_cast<float>(english.size());
        line.title = true;
        line.texts.resize(meaning.size());
        line.texts[pivot] = pivot_word;
        line.texts[language] = word;
        visit(line);
      }
    }
  }
}

// A pattern as a phrase of running text; empty: it has a gap, or is but a part of a word.
std::string_view phrase_of(std::string_view pattern) {
  if (pattern.find("..") != std::string_view::npos || pattern.starts_with('*')) return {};
  if (pattern.ends_with('*')) pattern.remove_suffix(1);
  return trim(pattern);
}

void add_phrases(std::string_view list, std::vector<std::string_view>& words) {
  for (const auto pattern : split_trimmed(list, ';')) {
    const auto phrase = phrase_of(pattern);
    if (!phrase.empty()) words.push_back(phrase);
  }
}

void read_events(const std::vector<std::string>& languages, float weight,
                 const std::function<void(const Line&)>& visit) {
  constexpr std::string_view kFront = "annotate/events_", kBack = ".tsv";
  constexpr size_t kMostEnglish = 12;  // of one deed: the first ones are the plainest
  std::map<std::string_view, Meaning> deeds;
  for (const std::string_view path : embedded_paths(kFront)) {
    const auto code = path.substr(kFront.size(), path.size() - kFront.size() - kBack.size());
    const size_t language = index_of(languages, code);
    if (language >= languages.size()) continue;
    for (const std::string_view row : lines(embedded_data(path))) {
      const auto cells = split(row, '\t');
      if (row.starts_with('#') || cells.size() < 3 || cells[0] == "none") continue;
      auto& meaning = deeds[cells[0]];
      meaning.resize(languages.size());
      add_phrases(cells[2], meaning[language]);
    }
  }
  const size_t pivot = index_of(languages, "en");
  for (auto& [deed, meaning] : deeds) {
    auto& english = meaning[pivot];
    english.insert(english.begin(), deed);
    if (english.size() > kMostEnglish) english.resize(kMostEnglish);
    visit_pairs(meaning, pivot, weight, visit);
  }
}

void read_kinds(const std::vector<std::string>& languages, float weight,
                const std::function<void(const Line&)>& visit) {
  constexpr size_t kFirstLanguage = 3;
  for (const std::string_view row : lines(embedded_data("compare/kinds.tsv"))) {
    if (row.starts_with('#')) continue;
    const auto cells = split(row, '\t');
    Meaning meaning(languages.size());
    for (size_t i = kFirstLanguage; i < cells.size(); ++i) {
      const size_t sign = cells[i].find('=');
      const size_t language = index_of(languages, cells[i].substr(0, sign));
      if (sign == std::string_view::npos || language >= languages.size()) continue;
      add_phrases(cells[i].substr(sign + 1), meaning[language]);
    }
    visit_pairs(meaning, index_of(languages, "en"), weight, visit);
  }
}

}  // namespace

bool read_words(const std::string& path, float weight, const std::vector<std::string>& languages,
                const std::function<void(const Line&)>& visit) {
  std::ifstream in(path);
  std::string header, row;
  if (!std::getline(in, header)) return false;
  const auto names = split(header, '\t');
  while (std::getline(in, row)) {
    const auto cells = split(row, '\t');
    Meaning meaning(languages.size());
    for (size_t i = 0; i < cells.size() && i < names.size(); ++i) {
      const size_t language = index_of(languages, names[i]);
      if (language < languages.size()) meaning[language] = split_trimmed(cells[i], '|');
    }
    visit_pairs(meaning, index_of(languages, "en"), weight, visit);
  }
  return true;
}

void read_own_tables(const std::vector<std::string>& languages, float weight,
                     const std::function<void(const Line&)>& visit) {
  read_events(languages, weight, visit);
  read_kinds(languages, weight, visit);
}

}  // namespace synoptic::lexicon
