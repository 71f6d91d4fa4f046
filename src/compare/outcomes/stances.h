// Clauses that deny what they say, or leave it open: read from all accounts, to be compared with
// each other. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/outcomes/polarity.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

enum class Side : uint8_t { kNo, kSoft };

struct StanceClause {
  uint32_t article = 0, account = 0, sentence = 0;
  Range clause;  // in its block
  Side side = Side::kNo;
  Stance stance = Stance::kNot;
  Passages::Bag bag;
  Passages::Bag words;  // of what is denied: the bag without the names
};

// In the order of the texts; of one sentence the first clause that denies and the first that
// softens.
std::vector<StanceClause> read_stances(const Input& input, const Passages& passages);

// They speak of different lands or towns: "no danger for Japan" is not "no danger for Indonesia".
bool speak_of_others(const Input& input, const StanceClause& a, const StanceClause& b);

// What they share is more than names: where it is does not say what is denied ("no school is open
// in Lind", "nobody leaves the pit of Lind").
bool share_words(const StanceClause& a, const StanceClause& b);

}  // namespace synoptic::compare
