#include "watch/tone.h"

#include <map>

#include "base/table.h"
#include "model/article.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::watch {
namespace {

struct Row {
  std::string word;
  bool open = false;  // any ending
  bool hedge = false;
};

using ToneTable = std::map<std::string, std::vector<Row>, std::less<>>;

ToneTable read_table() {
  ToneTable table;
  for (const TableRow row : DataTable::embedded("watch/tone.tsv", 3)) {
    for (auto word : row.words(2)) {
      Row said;
      said.open = word.ends_with('*');
      if (said.open) word.remove_suffix(1);
      said.word = text::fold_copy(word);
      said.hedge = row[0] == "hedge";
      table[std::string(row[1])].push_back(std::move(said));
    }
  }
  return table;
}

// May a word begin or end between these two characters?
bool parts(char32_t left, char32_t right) {
  return !text::is_word(left) || !text::is_word(right) || text::is_spaceless(left) ||
         text::is_spaceless(right);
}

bool stands_in(const Row& row, std::string_view folded) {
  for (size_t at = folded.find(row.word); at != std::string_view::npos;
       at = folded.find(row.word, at + 1)) {
    const size_t end = at + row.word.size();
    const bool begins =
        at == 0 || parts(text::decode_before(folded, at).value, text::decode(folded, at).value);
    const bool ends =
        row.open || end == folded.size() ||
        parts(text::decode_before(folded, end).value, text::decode(folded, end).value);
    if (begins && ends) return true;
  }
  return false;
}

}  // namespace

Tone tone_of(std::string_view text, std::string_view lang) {
  static const ToneTable table = read_table();
  Tone out;
  const auto rows = table.find(model::table_language(lang));
  if (rows == table.end()) return out;
  const std::string folded = text::fold_copy(text);
  for (const Row& row : rows->second) {
    if (stands_in(row, folded)) (row.hedge ? out.hedges : out.attributions).push_back(row.word);
  }
  return out;
}

}  // namespace synoptic::watch
