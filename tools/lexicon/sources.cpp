#include "lexicon/sources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include "base/data.h"
#include "base/strings.h"
#include "lexicon/own_words.h"

namespace synoptic::lexicon {
namespace {

size_t index_of(const std::vector<std::string>& languages, std::string_view code) {
  const auto found = std::find(languages.begin(), languages.end(), code);
  return static_cast<size_t>(found - languages.begin());
}

// "Wings (1927 film)" and "Wings (Film)" name the same: what stands in brackets does not translate.
std::string_view without_brackets(std::string_view title) {
  const size_t at = title.find(" (");
  return at == std::string_view::npos || at == 0 ? title : title.substr(0, at);
}

void read_table(std::istream& in, const Source& source, const std::vector<std::string>& languages,
                const std::function<void(const Line&)>& visit) {
  std::string row;
  if (!std::getline(in, row)) return;
  std::vector<size_t> column_of(languages.size(), SIZE_MAX);
  const std::string header = row;
  const auto names = split(header, '\t');
  for (size_t i = 0; i < names.size(); ++i) {
    const size_t language = index_of(languages, names[i]);
    const bool skipped =
        std::find(source.without.begin(), source.without.end(), names[i]) != source.without.end();
    if (language < languages.size() && !skipped) column_of[language] = i;
  }
  const bool titles = source.kind == "titles";
  while (std::getline(in, row)) {
    const auto columns = split(row, '\t');
    Line line;
    line.weight = source.weight;
    line.title = titles;
    size_t filled = 0;
    for (const size_t column : column_of) {
      std::string_view text = column < columns.size() ? columns[column] : std::string_view();
      if (titles) text = without_brackets(text);
      filled += text.empty() ? 0 : 1;
      line.texts.push_back(text);
    }
    // What many languages write about is likelier to be met in the news.
    if (titles) line.weight *= std::min(1.0F, static_cast<float>(filled) / 8.0F);
    if (filled > 1) visit(line);
  }
}

void read_pairs(std::istream& in, const Source& source, const std::vector<std::string>& languages,
                const std::function<void(const Line&)>& visit) {
  const size_t other = index_of(languages, source.language);
  const size_t pivot = index_of(languages, "en");
  if (other >= languages.size() || pivot >= languages.size()) return;
  std::string row;
  while (std::getline(in, row)) {
    const auto columns = split(row, '\t');
    if (columns.size() < 2) continue;
    Line line;
    line.weight = source.weight;
    line.title = true;
    line.texts.resize(languages.size());
    line.texts[pivot] = columns[0];
    line.texts[other] = columns[1];
    visit(line);
  }
}

// id, QID, kinds, language, roles, name: the English name beside those of other languages.
void read_organisations(std::istream& in, const Source& source,
                        const std::vector<std::string>& languages,
                        const std::function<void(const Line&)>& visit) {
  std::string row, id;
  std::vector<std::pair<size_t, std::string>> names;
  const size_t pivot = index_of(languages, "en");
  const auto flush = [&] {
    const auto english = std::find_if(names.begin(), names.end(),
                                      [&](const auto& name) { return name.first == pivot; });
    if (english == names.end()) return;
    for (const auto& [language, name] : names) {
      if (language == pivot) continue;
      Line line;
      line.weight = source.weight;
      line.title = true;
      line.texts.resize(languages.size());
      line.texts[pivot] = english->second;
      line.texts[language] = name;
      visit(line);
    }
  };
  while (std::getline(in, row)) {
    const auto columns = split(row, '\t');
    if (columns.size() < 6) continue;
    if (columns[0] != id) {
      flush();
      names.clear();
      id = columns[0];
    }
    const size_t language = index_of(languages, columns[3]);
    if (language < languages.size()) names.emplace_back(language, columns[5]);
  }
  flush();
}

}  // namespace

std::string file_of(const Source& source, const std::string& folder) {
  return source.kind == "words" ? source.path : folder + "/" + source.path;
}

std::vector<Source> read_sources(const std::string& recipe, bool with_by_sa) {
  std::vector<Source> sources;
  std::ifstream in(recipe);
  for (std::string row; std::getline(in, row);) {
    if (row.empty() || row[0] == '#') continue;
    const auto columns = split(row, '\t');
    if (columns.size() < 6) continue;
    Source source;
    source.path = columns[0];
    source.kind = columns[1];
    if (source.kind == "words") {
      source.path = (std::filesystem::path(recipe).parent_path() / source.path).string();
    }
    source.licence = columns[2];
    source.weight = std::stof(std::string(columns[3]));
    if (columns[4] != "-") source.language = columns[4];
    for (const auto code : split_trimmed(columns[5], ' ')) source.without.emplace_back(code);
    if (source.licence == "permissive" || with_by_sa) sources.push_back(std::move(source));
  }
  return sources;
}

bool read_source(const Source& source, const std::string& folder,
                 const std::vector<std::string>& languages,
                 const std::function<void(const Line&)>& visit) {
  if (source.kind == "words") return read_words(source.path, source.weight, languages, visit);
  std::ifstream in(file_of(source, folder));
  if (!in) return false;
  if (source.kind == "pairs") {
    read_pairs(in, source, languages, visit);
  } else if (source.kind == "organisations") {
    read_organisations(in, source, languages, visit);
  } else {
    read_table(in, source, languages, visit);
  }
  return true;
}

void read_entities(const std::vector<std::string>& languages, float weight,
                   const std::function<void(const Line&)>& visit) {
  const size_t pivot = index_of(languages, "en");
  std::map<size_t, std::vector<std::string>> names;
  const auto clean = [](std::string_view name) {
    name = trim(name);
    while (!name.empty() && (name.back() == '?' || name.back() == '!')) name.remove_suffix(1);
    return std::string(name);
  };
  const auto flush = [&] {
    if (!names[pivot].empty()) {
      for (const auto& [language, list] : names) {
        if (language == pivot) continue;
        for (size_t i = 0; i < list.size(); ++i) {
          // Short forms beside short forms, where the lists run side by side.
          const auto& english = names[pivot];
          Line line;
          line.weight = weight;
          line.title = true;
          line.texts.resize(languages.size());
          line.texts[pivot] = english[list.size() == english.size() ? i : 0];
          line.texts[language] = list[i];
          visit(line);
        }
      }
    }
    names.clear();
  };
  for (const std::string_view path : embedded_paths("entities/")) {
    for (const std::string_view row : lines(embedded_data(path))) {
      if (row.starts_with('@')) flush();
      const size_t colon = row.find(':');
      if (colon == std::string_view::npos || row.starts_with('#')) continue;
      std::string_view code = row.substr(0, colon);
      const bool adjective = code.starts_with("adj.");
      if (adjective) code.remove_prefix(4);
      const size_t language = index_of(languages, code);
      if (language >= languages.size()) continue;
      if (adjective && language == pivot) continue;
      for (const auto name : split_trimmed(row.substr(colon + 1), ';')) {
        const std::string cleaned = clean(name);
        if (!cleaned.empty()) names[language].push_back(cleaned);
      }
    }
    flush();
  }
}

}  // namespace synoptic::lexicon
