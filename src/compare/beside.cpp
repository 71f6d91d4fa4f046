#include "compare/beside.h"

#include <map>

#include "base/data.h"
#include "base/strings.h"
#include "text/fold.h"

namespace synoptic::compare {
namespace {

constexpr size_t kFrontBytes = 48;   // of the text in front of the name
constexpr size_t kBehindBytes = 48;  // and behind it
constexpr size_t kEnding = 12;       // bytes that an ending of the name may take: "'nın "
constexpr size_t kDateline = 4;      // a name that begins so early opens its text

struct Words {
  std::vector<std::string> front, behind;
};

const std::map<std::string, Words, std::less<>>& words() {
  static const auto loaded = [] {
    std::map<std::string, Words, std::less<>> out;
    for (const auto line : lines(embedded_data("compare/beside.tsv"))) {
      if (line.empty() || line[0] == '#') continue;
      const auto cells = split(line, '\t');
      Words& own = out[std::string(cells[0])];
      const auto add = [&](size_t column, std::vector<std::string>& list) {
        if (column >= cells.size()) return;
        for (const auto word : split_trimmed(cells[column], ';')) {
          list.push_back(text::fold_copy(word));
        }
      };
      add(1, own.front);
      add(2, own.behind);
    }
    return out;
  }();
  return loaded;
}

// Cut at whole characters.
std::string_view last_bytes(std::string_view text, size_t count) {
  if (text.size() <= count) return text;
  size_t begin = text.size() - count;
  while (begin < text.size() && (text[begin] & 0xC0) == 0x80) ++begin;
  return text.substr(begin);
}

std::string_view first_bytes(std::string_view text, size_t count) {
  if (text.size() <= count) return text;
  while (count > 0 && (text[count] & 0xC0) == 0x80) --count;
  return text.substr(0, count);
}

// "northwest of" ends in "west of"; "vor" is no end of "favor".
bool ends_with_word(std::string_view text, std::string_view word) {
  if (!text.ends_with(word)) return false;
  if ((word[0] & 0x80) != 0 || word.find(' ') != std::string_view::npos) return true;
  text.remove_suffix(word.size());
  return text.empty() || text.back() == ' ' || text.back() == '-';
}

}  // namespace

bool is_beside(const Telling& telling, const Claim& place) {
  const auto& article = telling.annotated->article;
  const auto found = words().find(model::table_language(article.lang));
  if (found == words().end()) return false;
  const std::string_view block = model::text_of(article, place.at);
  if (place.at.range.end > block.size()) return false;
  const std::string folded =
      text::fold_copy(last_bytes(block.substr(0, place.at.range.begin), kFrontBytes));
  std::string_view front = trim(folded);
  if (front.ends_with('\'')) front.remove_suffix(1);  // "près d'Angers"
  for (const std::string& word : found->second.front) {
    if (ends_with_word(front, word)) return true;
  }
  const std::string behind =
      text::fold_copy(first_bytes(block.substr(place.at.range.end), kBehindBytes));
  for (const std::string& word : found->second.behind) {
    if (behind.find(word) <= kEnding) return true;
  }
  return false;
}

bool is_dateline(const Claim& place) {
  return place.at.block == 0 && place.at.range.begin < kDateline;
}

}  // namespace synoptic::compare
