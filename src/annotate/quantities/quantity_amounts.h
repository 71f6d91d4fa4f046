// Sums of money told without their currency: "22 millones", where the article tells elsewhere of
// "22 millones de euros", or where the sentence speaks of paying. Private to the room.
#pragma once

#include <span>
#include <vector>

#include "annotate/quantities/quantity_draft.h"

namespace synoptic::annotate {

class BareAmounts {
 public:
  void clear() { found_.clear(); }
  // Of one block: `first` is the place of its first quantity in the article, `numbers` their
  // ranges. `unsure`: numbers that count nothing we know and are dropped where they are no money
  // either.
  void note(const NumberContext& context, size_t first, std::span<const model::Quantity> quantities,
            const std::vector<Range>& numbers, const std::vector<Range>& unsure);
  // When all blocks are read.
  void settle(std::vector<model::Quantity>& quantities) const;

 private:
  struct Amount {
    size_t place = 0;
    bool paid = false, unsure = false;
  };
  std::vector<Amount> found_;
};

}  // namespace synoptic::annotate
