#include "lexicon/rules.h"

#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "text/fold_dots.h"
#include "text/utf8.h"

namespace synoptic::lexicon {
namespace {

std::vector<std::string> affixes(std::string_view column) {
  std::vector<std::string> found;
  if (column == "-") return found;
  for (const std::string_view affix : split_trimmed(column, ' ')) {
    found.push_back(text::fold_with_dots(affix));
  }
  std::sort(found.begin(), found.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<StemRules> read_rules() {
  std::vector<StemRules> rows;
  for (const TableRow row : DataTable::embedded("lexicon/languages.tsv", 7)) {
    StemRules rules;
    rules.language = row[0];
    if (row[1] != "-") rules.snowball = row[1];
    rules.least = static_cast<size_t>(row[2][0] - '0');
    rules.rounds = row[3][0] - '0';
    rules.prefixes = affixes(row[4]);
    rules.suffixes = affixes(row[5]);
    rules.links = affixes(row[6]);
    rules.compounds = !rules.links.empty();
    rows.push_back(std::move(rules));
  }
  return rows;
}

std::vector<Kin> read_kin() {
  std::vector<Kin> rows;
  for (const TableRow row : DataTable::embedded("lexicon/kin.tsv", 3)) {
    Kin kin;
    kin.language = row[0];
    for (const auto code : row.words(1, ' ')) kin.kin.emplace_back(code);
    const auto letters = split_trimmed(row[2] == "-" ? "" : row[2], ' ');
    for (size_t i = 0; i + 1 < letters.size(); i += 2) {
      kin.letters.emplace_back(text::fold_with_dots(letters[i]),
                               text::fold_with_dots(letters[i + 1]));
    }
    rows.push_back(std::move(kin));
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
