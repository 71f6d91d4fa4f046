#include "text/name_marks.h"

#include <algorithm>
#include <vector>

#include "base/table.h"

namespace synoptic::text {
namespace {

using Words = std::vector<std::string_view>;

struct NameMarks {
  Words genitives, articles, sons, fathers;

  static const NameMarks& get() {
    static const NameMarks marks = read();
    return marks;
  }

 private:
  static NameMarks read() {
    NameMarks out;
    const DataTable table = DataTable::embedded("text/names.tsv", 3);
    for (const TableRow row : table) {
      Words* const list = row[0] == "genitive"  ? &out.genitives
                          : row[0] == "article" ? &out.articles
                          : row[0] == "son"     ? &out.sons
                          : row[0] == "father"  ? &out.fathers
                                                : nullptr;
      if (list == nullptr) table.refuse(row, "unknown kind");
      for (const auto word : row.words(2)) list->push_back(word);
    }
    return out;
  }
};

bool holds(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

size_t genitive_length(std::string_view text) {
  for (const std::string_view apostrophe : {"'", "’"}) {
    if (!text.starts_with(apostrophe)) continue;
    const std::string_view rest = text.substr(apostrophe.size());
    for (const std::string_view letters : NameMarks::get().genitives) {
      if (rest.starts_with(letters)) return apostrophe.size() + letters.size();
    }
  }
  return 0;
}

bool is_genitive(std::string_view folded) { return holds(NameMarks::get().genitives, folded); }

bool is_name_article(std::string_view folded) { return holds(NameMarks::get().articles, folded); }

bool is_mark_of_son(std::string_view folded) { return holds(NameMarks::get().sons, folded); }

bool is_mark_of_father(std::string_view folded) { return holds(NameMarks::get().fathers, folded); }

}  // namespace synoptic::text
