// Which tokens may belong to a name at all, told from a part of their scores. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "annotate/names/tagger_model.h"

namespace synoptic::annotate {

// What the transitions to and from the tokens of a name give, against those of no name; in the
// lanes of TagSums: behind the types of first, last and inside stands "only" of one type each.
struct NameCosts {
  explicit NameCosts(const int16_t (&transitions)[kTags + 1][kTags + 1]);
  uint64_t first = 0, inside = 0, last = 0;
};

// The best name through each token, measured against no name there, in units of the weights. Names
// side by side and the sentence's edges are taken for names among other words, so it is near the
// difference of the two best paths (max-marginals), and not quite that. Sums stop at what 16 bits
// hold, a thousand nats.
class DoubtfulTokens {
 public:
  // Puts into `doubtful` the tokens through which a name is worse by `sure` at most.
  void find(const NameCosts& costs, const std::vector<TagSums>& scores, int16_t sure,
            std::vector<uint32_t>& doubtful);

 private:
  std::vector<uint64_t> rest_;  // of each token: the best that may follow in its name
};

}  // namespace synoptic::annotate
