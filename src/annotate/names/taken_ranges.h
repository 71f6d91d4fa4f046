// Where the names that are found already stand: no other may. Private to the room.
#pragma once

#include <vector>

#include "annotate/names/mentions.h"

namespace synoptic::annotate {

class TakenRanges {
 public:
  explicit TakenRanges(const Work& work);  // by the drafts that are not dropped

  bool holds(uint32_t text, Range range) const;  // a part of it
  void add(uint32_t text, Range range);

 private:
  std::vector<std::vector<Range>> taken_;  // per text, sorted
};

}  // namespace synoptic::annotate
