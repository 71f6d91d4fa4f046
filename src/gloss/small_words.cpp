#include "gloss/small_words.h"

#include <unordered_map>

#include "base/data.h"
#include "base/strings.h"
#include "gloss/gloss.h"
#include "text/fold.h"

namespace synoptic::gloss {
namespace {

using Map = std::unordered_map<std::string, std::string_view, TransparentHash, std::equal_to<>>;

// "lang:word" to its gloss; the first row of a word counts.
const Map& table() {
  static const Map read = [] {
    Map map;
    for (const std::string_view line : lines(embedded_data("gloss/words.tsv"))) {
      if (line.empty() || line.front() == '#') continue;
      const auto columns = split(line, '\t');
      if (columns.size() < 3) continue;
      for (const std::string_view word : split_trimmed(columns[2], ';')) {
        map.emplace(std::string(columns[0]) + ":" + text::fold_copy(word), columns[1]);
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
