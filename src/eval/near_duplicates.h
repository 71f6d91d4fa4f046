// Copies measured against an oracle: the exact Jaccard similarity of two texts' runs of four words.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "eval/stories.h"

namespace synoptic::eval {

struct DuplicatePair {
  std::string a, b;                   // document ids
  double jaccard = 0, contained = 0;  // contained: the shared part of the shorter
};

// neardup_pairs.tsv: a, b, Jaccard, containment.
Result<std::vector<DuplicatePair>> read_duplicate_pairs(const std::string& path);

// Of the sets of runs of four words, folded to lower case.
DuplicatePair exact_overlap(const StoryDocument& a, const StoryDocument& b);

}  // namespace synoptic::eval
