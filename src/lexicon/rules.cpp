#include "lexicon/rules.h"

#include <algorithm>
#include <unordered_map>

#include "base/data.h"
#include "base/strings.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

std::vector<std::string> affixes(std::string_view column) {
  std::vector<std::string> found;
  if (column == "-") return found;
  for (const std::string_view affix : split_trimmed(column, ' ')) {
    found.push_back(text::fold_copy(affix));
  }
  std::sort(found.begin(), found.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<StemRules> read_rules() {
  std::vector<StemRules> rows;
  for (const std::string_view line : lines(embedded_data("lexicon/languages.tsv"))) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 7) continue;
    StemRules row;
    row.language = columns[0];
    if (columns[1] != "-") row.snowball = columns[1];
    row.least = static_cast<size_t>(columns[2][0] - '0');
    row.rounds = columns[3][0] - '0';
    row.prefixes = affixes(columns[4]);
    row.suffixes = affixes(columns[5]);
    row.links = affixes(columns[6]);
    row.compounds = !row.links.empty();
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Kin> read_kin() {
  std::vector<Kin> rows;
  for (const std::string_view line : lines(embedded_data("lexicon/kin.tsv"))) {
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split(line, '\t');
    if (columns.size() < 3) continue;
    Kin row;
    row.language = columns[0];
    for (const auto code : split_trimmed(columns[1], ' ')) row.kin.emplace_back(code);
    const auto letters = split_trimmed(columns[2] == "-" ? "" : columns[2], ' ');
    for (size_t i = 0; i + 1 < letters.size(); i += 2) {
      row.letters.emplace_back(text::fold_copy(letters[i]), text::fold_copy(letters[i + 1]));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// The first row of each language.
template <typename Row>
std::unordered_map<std::string_view, const Row*> index_of(const std::vector<Row>& rows) {
  std::unordered_map<std::string_view, const Row*> out;
  for (const Row& row : rows) out.emplace(row.language, &row);
  return out;
}

}  // namespace

std::string Kin::respelled(std::string_view folded) const {
  std::string out;
  for (size_t at = 0; at < folded.size();) {
    const size_t length = text::decode(folded, at).length;
    std::string_view letter = folded.substr(at, length);
    for (const auto& [from, to] : letters) {
      if (letter == from) letter = to;
    }
    out += letter;
    at += length;
  }
  return out;
}

const Kin& kin_of(std::string_view language) {
  static const std::vector<Kin> rows = read_kin();
  static const auto by_language = index_of(rows);
  static const Kin none;
  const auto found = by_language.find(language);
  return found == by_language.end() ? none : *found->second;
}

const StemRules& stem_rules(std::string_view language) {
  static const std::vector<StemRules> rows = read_rules();
  static const auto by_language = index_of(rows);
  static const StemRules none;
  const auto found = by_language.find(language);
  return found == by_language.end() ? none : *found->second;
}

}  // namespace synoptic::lexicon
