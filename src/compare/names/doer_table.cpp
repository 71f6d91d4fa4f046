#include "compare/names/doer_table.h"

#include <algorithm>

#include "base/data.h"
#include "base/strings.h"
#include "base/table.h"
#include "compare/names/body_table.h"

namespace synoptic::compare {
namespace {

// "word >", "< word"
PatternWord read_sided_word(PatternWord word) {
  DoerSide side = DoerSide::kAny;
  if (word.written.ends_with('>')) {
    side = DoerSide::kBehind;
    word.written.remove_suffix(1);
  } else if (word.written.starts_with('<')) {
    side = DoerSide::kBefore;
    word.written.remove_prefix(1);
  }
  return {trim(word.written), word.value + static_cast<uint32_t>(side)};
}

// slot <tab> part <tab> sorts; "among others"; "one of two"; "one each"; "two agree" <tab>
// language=word; word …
void read_table(std::string_view path, DoerTable& out) {
  for (const TableRow row : DataTable::embedded(path, 4)) {
    const auto index = static_cast<uint32_t>(out.parts.size());
    DoerPart& part = out.parts.emplace_back();
    part.slot = row[0];
    part.name = row[1];
    for (const auto sort : row.words(2)) {
      if (sort == "among others") {
        part.among_others = true;
      } else if (sort == "one of two") {
        part.one_of_two = true;
      } else if (sort == "one each") {
        part.one_each = true;
      } else if (sort == "two agree") {
        part.two_agree = true;
      } else {
        part.sorts.emplace(sort);
      }
    }
    const bool of_bodies = std::any_of(part.sorts.begin(), part.sorts.end(), is_body_sort);
    LanguagePatterns& languages = of_bodies ? out.of_bodies : out.languages;
    for (const auto cell : row.from(3)) languages.add_cell(cell, index * kDoerSides);
  }
}

DoerTable read_tables() {
  DoerTable out;
  for (auto* words : {&out.languages, &out.of_bodies, &out.others}) {
    *words = LanguagePatterns(read_sided_word);
  }
  for (const auto path : embedded_paths("compare/doers/")) read_table(path, out);
  for (const TableRow row : DataTable::embedded("compare/others.tsv", 2)) {
    out.others.add(row[0], row[1], 0);
  }
  return out;
}

}  // namespace

const DoerTable& doer_table() {
  static const DoerTable table = read_tables();
  return table;
}

}  // namespace synoptic::compare
