// When what an event has once is to be or was: that schools open again, the next meeting, the vote,
// the funeral. The words of data/compare/moments.tsv say which moment a sentence tells; the nearest
// day of their clause is its day. Private to the room.
#pragma once

#include "compare/statements/passages.h"
#include "compare/verdict.h"

namespace synoptic::compare {

std::vector<Ranked> compare_moments(const Input& input, const Passages& passages);

}  // namespace synoptic::compare
