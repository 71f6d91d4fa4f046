// A table of data/clean whose words are asked of few lines: it has an index of its own, so that the
// index of all cues goes without them. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "knowledge/cue_index.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

class CueTable {
 public:
  // `name`: of the embedded file; columns kind, language, words parted by ";", value.
  explicit CueTable(std::string_view name);

  const knowledge::CueIndex& index() const { return index_; }
  // The longest in front, signs passed over; the first one anywhere. In the line's text.
  std::optional<Range> in_front(std::string_view kind, const Line& line) const;
  std::optional<Range> inside(std::string_view kind, const Line& line) const;
  bool is_whole(std::string_view kind, std::string_view text) const;
  // … one of that value.
  bool is_whole_with(std::string_view kind, std::string_view text, std::string_view value) const;
  // The line's text ends with one; in scripts without spaces a word may go on in front of it.
  bool ends(std::string_view kind, std::string_view text) const;
  // All of a kind, folded, for a caller that keeps them.
  std::vector<std::string_view> words(std::string_view kind) const;

 private:
  std::optional<Range> at(std::string_view kind, std::string_view folded, size_t begin) const;

  std::vector<knowledge::Cue> words_;
  knowledge::CueIndex index_;
};

}  // namespace synoptic::clean
