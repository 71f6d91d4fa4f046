#include "clean/plain/seam_table.h"

#include <map>

#include "base/table.h"
#include "text/utf8.h"

namespace synoptic::clean {
namespace {

struct Seams {
  std::map<std::string_view, SeamTable> languages;
  std::vector<std::string_view> articles;  // of all languages
  std::u32string vowels;

  static const Seams& get() {
    static const Seams seams = read();
    return seams;
  }

 private:
  static Seams read() {
    Seams out;
    const DataTable table = DataTable::embedded("clean/seams.tsv", 3);
    for (const TableRow row : table) {
      for (const auto letters : row.words(2, ' ')) {
        if (row[0] == "final") {
          out.languages[row[1]].finals.emplace_back(letters);
        } else if (row[0] == "article") {
          out.languages[row[1]].articles.emplace_back(letters);
          out.articles.push_back(letters);
        } else if (row[0] == "vowel") {
          out.vowels += text::decode(letters, 0).value;
        } else {
          table.refuse(row, "unknown kind");
        }
      }
    }
    return out;
  }
};

}  // namespace

const SeamTable& seam_table(std::string_view lang) {
  static const SeamTable none;
  const auto& languages = Seams::get().languages;
  const auto found = languages.find(lang);
  return found == languages.end() ? none : found->second;
}

size_t article_length(std::string_view word) {
  for (const std::string_view article : Seams::get().articles) {
    if (word.starts_with(article)) return article.size();
  }
  return 0;
}

bool is_capital_vowel(char32_t c) { return Seams::get().vowels.find(c) != std::u32string::npos; }

}  // namespace synoptic::clean
