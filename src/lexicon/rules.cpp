#include "lexicon/rules.h"

#include <algorithm>

#include "base/data.h"
#include "base/strings.h"
#include "text/fold.h"

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
    if (columns.size() < 6) continue;
    StemRules row;
    row.language = columns[0];
    if (columns[1] != "-") row.snowball = columns[1];
    row.least = static_cast<size_t>(columns[2][0] - '0');
    row.rounds = columns[3][0] - '0';
    row.prefixes = affixes(columns[4]);
    row.suffixes = affixes(columns[5]);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

const StemRules& stem_rules(std::string_view language) {
  static const std::vector<StemRules> rows = read_rules();
  static const StemRules none;
  for (const StemRules& row : rows) {
    if (row.language == language) return row;
  }
  return none;
}

}  // namespace synoptic::lexicon
