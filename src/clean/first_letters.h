// What texts with one of some cues in front may begin with, told before anything is folded.
// Private to the room.
#pragma once

#include <bitset>
#include <span>
#include <string_view>

#include "knowledge/knowledge.h"

namespace synoptic::clean {

// Looks at the first two letters only. Of a cue that begins with no letter any text may be.
class FirstLetters {
 public:
  explicit FirstLetters(std::span<const knowledge::Cue> cues);

  // False: none of the cues is in front, digits and signs passed over.
  bool may_begin(std::string_view text) const;

 private:
  std::bitset<1 << 14> pairs_;
  std::bitset<1 << 7> wild_;  // any second letter
  bool any_ = false;
};

}  // namespace synoptic::clean
