#include "gloss/small_words.h"

#include <unordered_map>

#include "base/strings.h"
#include "base/table.h"
#include "gloss/gloss.h"
#include "text/fold.h"

namespace synoptic::gloss {
namespace {

using Map = std::unordered_map<std::string, std::string_view, TransparentHash, std::equal_to<>>;

// "lang:word" to its gloss; the first row of a word counts.
const Map& table() {
  static const Map read = [] {
    Map map;
    for (const TableRow row : DataTable::embedded("gloss/words.tsv", 3)) {
      for (const std::string_view word : row.words(2)) {
        map.emplace(std::string(row[0]) + ":" + text::fold_copy(word), row[1]);
      }
    }
    return map;
  }();
  return read;
}

}  // namespace

std::string_view small_word(std::string_view language, std::string_view words) {
  std::string key(language.substr(0, language.find('-')));
  key += ':';
  key += text::fold_copy(words);
  const auto found = table().find(key);
  return found == table().end() ? std::string_view() : found->second;
}

bool is_small(std::string_view english) { return !small_word(kReader, english).empty(); }

}  // namespace synoptic::gloss
