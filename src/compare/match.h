// When two claims say the same. Private to the room.
#pragma once

#include "compare/claim.h"

namespace synoptic::compare {

enum class Match {
  kSame,     // the same value, or one rounded from the other
  kRelated,  // one holds the other: "more than 12" and 14, a range and a number in it
  kDifferent,
};
// Both of one slot and sort.
Match match(const Claim& a, const Claim& b);
bool is_same(const Claim& a, const Claim& b);  // … match as kSame, asked of many

bool is_vague(std::string_view modifier);  // "dozens", "thousands"
bool is_lower_bound(const Claim& claim);   // "at least", "more than"
// Bounds that exclude each other, if they were the numbers themselves: "at least two", "at least
// six".
bool are_two_bounds(const Claim& a, const Claim& b);

}  // namespace synoptic::compare
