// Who said it: speakers that two accounts quote, and one quote with two speakers. Private to the
// room.
#pragma once

#include <cstdint>
#include <set>
#include <utility>
#include <vector>

#include "compare/verdict.h"

namespace synoptic::compare {

struct Quotes {
  std::vector<Ranked> facts;
  std::set<std::pair<uint32_t, uint32_t>> aligned;   // article, quote
  std::set<std::pair<uint32_t, uint32_t>> doubtful;  // another account may have it, translated
};

Quotes compare_quotes(const Input& input);

}  // namespace synoptic::compare
