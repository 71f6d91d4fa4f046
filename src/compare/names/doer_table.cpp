#include "compare/names/doer_table.h"

#include <algorithm>

#include "base/data.h"
#include "base/strings.h"
#include "base/table.h"
#include "compare/names/body_table.h"

namespace synoptic::compare {
namespace {

// "word; word >; < word …"
void add_sided_words(WordPatterns& words, std::string_view list, uint32_t part) {
  for (auto word : split_trimmed(list, ';')) {
    DoerSide side = DoerSide::kAny;
    if (word.ends_with('>')) {
      side = DoerSide::kBehind;
      word.remove_suffix(1);
    } else if (word.starts_with('<')) {
      side = DoerSide::kBefore;
      word.remove_prefix(1);
    }
    words.add(trim(word), part * kDoerSides + static_cast<uint32_t>(side));
  }
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
    for (const std::string_view cell : row.from(3)) {
      const size_t sign = cell.find('=');
      if (sign == std::string_view::npos) continue;
      add_sided_words(languages[std::string(cell.substr(0, sign))], cell.substr(sign + 1), index);
    }
  }
}

DoerTable read_tables() {
  DoerTable out;
  for (const auto path : embedded_paths("compare/doers/")) read_table(path, out);
  for (const TableRow row : DataTable::embedded("compare/others.tsv", 2)) {
    add_sided_words(out.others[std::string(row[0])], row[1], 0);
  }
  return out;
}

}  // namespace

const DoerTable& doer_table() {
  static const DoerTable table = read_tables();
  return table;
}

}  // namespace synoptic::compare
