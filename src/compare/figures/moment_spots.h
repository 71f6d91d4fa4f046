// Where accounts tell when something of an event is: the words of data/compare/moments.tsv say
// which moment a sentence tells, the nearest day of their clause is its day. Private to the room.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "compare/claim.h"
#include "compare/statements/passages.h"

namespace synoptic::compare {

struct MomentSpot {  // where an account tells the day of a moment
  const Claim* claim = nullptr;
  uint32_t moment = 0;
  bool until = false;   // what is shut is shut until then
  size_t distance = 0;  // characters between the word and the day
};

// The moments that are known, in the order of the table.
const std::vector<std::string>& moment_names();

class MomentSpots {
 public:
  MomentSpots(const Input& input, const Passages& passages);

  // In the order of the story; none where it tells too many to lay side by side.
  const std::vector<MomentSpot>& all() const { return spots_; }

 private:
  void read(uint32_t index, uint32_t sentences);
  const Claim* last_of(const Claim& claim);

  const Input& input_;
  std::deque<Claim> ends_;  // of stretches: their last days
  std::vector<MomentSpot> spots_;
};

}  // namespace synoptic::compare
