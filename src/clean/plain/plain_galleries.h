// The galleries of a text that came without its markup: lines that count pictures, "3/16 Words".
// Private to the room.
#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "clean/page.h"

namespace synoptic::clean {

class Galleries {
 public:
  explicit Galleries(const std::vector<Line>& lines);

  // Is the line of one of the galleries?
  bool counts(const Line& line) const;
  // Nothing but pictures and their words: these are the article.
  bool are_all() const { return are_all_; }
  // "3/16 Words", "Words. Hide Caption 3 of 16": the words stay.
  static void drop_counter(Line& line);

 private:
  bool counts_all(const std::vector<Line>& lines) const;

  std::set<uint32_t> sizes_;  // how many pictures each has
  bool are_all_ = false;
};

}  // namespace synoptic::clean
