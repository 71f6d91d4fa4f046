#include "text/dateline_words.h"

#include "base/table.h"

namespace synoptic::text {

const DatelineWords& DatelineWords::get() {
  static const DatelineWords words = [] {
    DatelineWords out;
    const DataTable table = DataTable::embedded("text/datelines.tsv", 3);
    for (const TableRow row : table) {
      auto* const list = row[0] == "wire"        ? &out.wires
                         : row[0] == "paper"     ? &out.papers
                         : row[0] == "report"    ? &out.reports
                         : row[0] == "bracketed" ? &out.bracketed
                         : row[0] == "year"      ? &out.years
                                                 : nullptr;
      if (list == nullptr) table.refuse(row, "unknown kind");
      for (const auto word : row.words(2)) list->push_back(word);
    }
    return out;
  }();
  return words;
}

}  // namespace synoptic::text
