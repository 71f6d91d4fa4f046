// Whether two texts of one language are word for word the same, but for a word here and there: rows
// of words are compared, since texts that have nothing to do with each other share most of their
// small words. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace synoptic::compare {

class Wording {
 public:
  explicit Wording(std::string_view text);

  // Either the two are one text, or one stands word for word in the other.
  bool is_same_as(const Wording& other) const;

  // Most of the shorter one's words, in whatever order: the two may have one thing to say.
  bool may_be_same_as(const Wording& other) const;

 private:
  bool is_long_enough() const;

  double words_ = 0;            // a character of a script without spaces is part of one
  std::vector<uint64_t> bag_;   // every word; sorted
  std::vector<uint64_t> rows_;  // every three words that follow each other; sorted
};

}  // namespace synoptic::compare
