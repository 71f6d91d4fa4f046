#include "compare/outcomes/parting_denials.h"

#include "base/table.h"
#include "compare/word_patterns.h"

namespace synoptic::compare {
namespace {

LanguagePatterns read_words() {
  LanguagePatterns out;
  for (const TableRow row : DataTable::embedded("compare/polarity.tsv", 3)) {
    if (row[0] == "parting") out.add(row[1], row[2], 0);
  }
  return out;
}

}  // namespace

std::vector<Range> parting_denials(std::string_view folded, std::string_view lang) {
  static const LanguagePatterns words = read_words();
  std::vector<Range> out;
  const WordPatterns* own = words.find(lang);
  if (own == nullptr) return out;
  for (const auto& hit : own->find_longest(folded)) {
    Range range = hit.range;
    const bool begins = range.begin == 0 || folded[range.begin - 1] == ' ';
    if (begins && range.end < folded.size() && folded[range.end] == ' ') ++range.end;
    if (!out.empty() && range.begin < out.back().end) continue;
    out.push_back(range);
  }
  return out;
}

}  // namespace synoptic::compare
