#include "compare/causes/cause_table.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/data.h"
#include "base/table.h"
#include "compare/names/kinds.h"

namespace synoptic::compare {
namespace {

constexpr std::array<std::string_view, kCauseSides> kCauseSideNames{"behind", "before", "beside"};
constexpr std::string_view kCauseKinds = "compare/causes/kinds/";
constexpr std::string_view kAccidents = "accident";  // of which kinds.tsv tells some, too

uint32_t domain_of(const CauseTable& table, std::string_view name) {
  const auto found = std::find_if(table.domains.begin(), table.domains.end(),
                                  [&](const auto& domain) { return domain.name == name; });
  return static_cast<uint32_t>(found - table.domains.begin());
}

uint32_t cause_kind_of(CauseTable& table, uint32_t domain, std::string_view name) {
  const auto found = std::find_if(table.kinds.begin(), table.kinds.end(), [&](const auto& kind) {
    return kind.domain == domain && kind.name == name;
  });
  const auto index = static_cast<uint32_t>(found - table.kinds.begin());
  if (found == table.kinds.end()) table.kinds.push_back({domain, std::string(name)});
  return index;
}

// "word !"
PatternWord read_cause_word(PatternWord word) {
  if (!word.written.ends_with('!')) return word;
  word.written.remove_suffix(1);
  return {trim(word.written), word.value + 1};
}

// Cells "language=word; word !".
void add_cause_kind(CauseTable& table, uint32_t domain, std::string_view name,
                    std::span<const std::string_view> cells) {
  const uint32_t kind = cause_kind_of(table, domain, name);
  for (const std::string_view cell : cells) table.words.add_cell(cell, kind * 2);
}

void read_cause_cues(CauseTable& table) {
  for (const TableRow row : DataTable::embedded("compare/causes/cues.tsv", 3)) {
    const auto side = std::find(kCauseSideNames.begin(), kCauseSideNames.end(), row[0]);
    if (row[0] == "domain") {
      table.domains.push_back({std::string(row[1]), std::string(row[2])});
    } else if (row[0] == "none") {
      table.none.add(row[1], row[2], 0);
    } else if (side != kCauseSideNames.end()) {
      table.cues.add(row[1], row[2], static_cast<uint32_t>(side - kCauseSideNames.begin()));
    }
  }
}

CauseTable read_cause_table() {
  CauseTable out;
  out.words = LanguagePatterns(read_cause_word);
  read_cause_cues(out);
  for (const TableRow row : DataTable::embedded("compare/kinds.tsv", 4)) {
    if (is_cause(row[1])) add_cause_kind(out, domain_of(out, kAccidents), row[2], row.from(3));
  }
  for (const auto path : embedded_paths(kCauseKinds)) {
    const auto name = path.substr(kCauseKinds.size(), path.rfind('.') - kCauseKinds.size());
    for (const TableRow row : DataTable::embedded(path, 2)) {
      add_cause_kind(out, domain_of(out, name), row[0], row.from(1));
    }
  }
  for (const TableRow row : DataTable::embedded("compare/causes/chains.tsv", 2)) {
    auto& kinds = out.chains.emplace_back();
    for (const auto kind : row.words(1)) {
      kinds.push_back(cause_kind_of(out, domain_of(out, row[0]), kind));
    }
    std::sort(kinds.begin(), kinds.end());
  }
  return out;
}

}  // namespace

bool CauseTable::exclude_each_other(uint32_t a, uint32_t b) const {
  if (a == b || kinds[a].domain != kinds[b].domain) return false;
  return std::none_of(chains.begin(), chains.end(), [&](const auto& chain) {
    return std::binary_search(chain.begin(), chain.end(), a) &&
           std::binary_search(chain.begin(), chain.end(), b);
  });
}

const CauseTable& cause_table() {
  static const CauseTable table = read_cause_table();
  return table;
}

}  // namespace synoptic::compare
