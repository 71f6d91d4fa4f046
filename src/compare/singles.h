// What only one account says: figures, deeds, quotes, lists and sentences without a counterpart.
// Private to the room.
#pragma once

#include "compare/deeds.h"
#include "compare/passages.h"

namespace synoptic::compare {

// Who said it: speakers that two accounts quote, and one quote with two speakers.
struct Quotes {
  std::vector<Ranked> facts;
  std::set<std::pair<uint32_t, uint32_t>> aligned;   // article, quote
  std::set<std::pair<uint32_t, uint32_t>> doubtful;  // another account may have it, translated
};
Quotes compare_quotes(const Input& input);

std::vector<Ranked> find_singles(const Input& input, const std::vector<Group>& groups,
                                 const Deeds& deeds, const Quotes& quotes,
                                 const Passages& passages);

}  // namespace synoptic::compare
