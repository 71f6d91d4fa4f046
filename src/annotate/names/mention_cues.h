// The rows of "mention_…" that an article's language has, gathered when they are first asked for
// and kept by the thread. Private to the room.
#pragma once

#include <bitset>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "annotate/source.h"
#include "base/strings.h"
#include "knowledge/knowledge.h"

namespace synoptic::annotate {

// Finds out whether one of many short texts stands in a long one.
class Fronts {
 public:
  explicit Fronts(const std::vector<const knowledge::Cue*>& cues);
  // Whether any of them stands in the text where a word begins; a short one must be the whole word.
  bool any_in(const Source& source) const;

 private:
  std::bitset<1 << 16> first_two_;                            // bytes
  std::vector<std::pair<unsigned, std::string_view>> texts_;  // by these bytes
};

class MentionCues {
 public:
  using Cues = std::vector<const knowledge::Cue*>;

  // Valid until the thread asks for those of other knowledge.
  static MentionCues& of(const knowledge::Knowledge& knowledge, uint32_t lang);

  const Cues& operator()(std::string_view kind);
  const Fronts& fronts(std::string_view kind);

 private:
  struct Kind {
    Cues cues;
    std::unique_ptr<const Fronts> fronts;
  };
  Kind& kind(std::string_view name);

  const knowledge::Knowledge* knowledge_ = nullptr;
  uint32_t lang_ = 0;
  std::unordered_map<std::string, Kind, TransparentHash, std::equal_to<>> kinds_;
};

}  // namespace synoptic::annotate
