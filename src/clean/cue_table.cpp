#include "clean/cue_table.h"

#include <algorithm>

#include "base/table.h"
#include "clean/cue_match.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace synoptic::clean {

using knowledge::Cue;

CueTable::CueTable(std::string_view name) {
  for (const TableRow row : DataTable::embedded(name, 3)) {
    for (const std::string_view word : row.words(2)) {
      words_.push_back({row[0], row[1], text::fold_copy(word), row[3]});
    }
  }
  std::vector<const Cue*> all;
  for (const Cue& word : words_) all.push_back(&word);
  index_ = knowledge::CueIndex(std::move(all));
}

std::optional<Range> CueTable::at(std::string_view kind, std::string_view folded,
                                  size_t begin) const {
  std::optional<Range> found;
  index_.each_at(folded, begin, [&](const Cue& cue) {
    const size_t end = begin + cue.text.size();
    if (found || cue.kind != kind || !is_between_words(folded, end)) return;
    found = Range{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  });
  return found;
}

std::optional<Range> CueTable::in_front(std::string_view kind, const Line& line) const {
  const auto found = at(kind, line.folded, first_word(line.folded));
  if (!found) return std::nullopt;
  return line.to_source(*found);
}

std::optional<Range> CueTable::inside(std::string_view kind, const Line& line) const {
  const std::string_view folded = line.folded;
  for (size_t begin = 0; begin < folded.size(); begin += text::decode(folded, begin).length) {
    if (!is_between_words(folded, begin)) continue;
    if (const auto found = at(kind, folded, begin)) return line.to_source(*found);
  }
  return std::nullopt;
}

std::vector<std::string_view> CueTable::words(std::string_view kind) const {
  std::vector<std::string_view> out;
  for (const Cue& cue : words_) {
    if (cue.kind == kind) out.push_back(cue.text);
  }
  return out;
}

bool CueTable::is_whole(std::string_view kind, std::string_view text) const {
  const std::string folded = text::fold_copy(text::trim_space(text));
  const auto found = at(kind, folded, 0);
  return found && found->end == folded.size();
}

bool CueTable::is_whole_with(std::string_view kind, std::string_view text,
                             std::string_view value) const {
  // The index has no words of one byte.
  const std::string folded = text::fold_copy(text::trim_space(text));
  return std::any_of(words_.begin(), words_.end(), [&](const Cue& cue) {
    return cue.kind == kind && cue.value == value && cue.text == folded;
  });
}

bool CueTable::ends(std::string_view kind, std::string_view text) const {
  constexpr size_t kLongest = 40;  // bytes
  const std::string folded = text::fold_copy(text::trim_space(text));
  for (size_t begin = folded.size() - std::min(folded.size(), kLongest); begin < folded.size();
       ++begin) {
    if ((folded[begin] & 0xC0) == 0x80 || !is_between_words(folded, begin)) continue;
    const auto found = at(kind, folded, begin);
    if (found && found->end == folded.size()) return true;
  }
  return false;
}

}  // namespace synoptic::clean
