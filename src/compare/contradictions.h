// Whether two sentences that are alike say contrary things: other figures of one kind, other days,
// other people or towns, another outcome of one matter. Private to the room.
#pragma once

#include <cstdint>
#include <vector>

#include "compare/claim.h"
#include "compare/outcome_contest.h"

namespace synoptic::compare {

class Contradictions {
 public:
  struct Where {
    uint32_t article = 0, sentence = 0;
  };

  // All must outlive it.
  Contradictions(const Input& input, const std::vector<OutcomeSpot>& outcomes)
      : input_(input), outcomes_(outcomes) {}

  bool between(Where a, Where b) const;
  // Leaves out those that most of the others contradict.
  void settle(std::vector<Where>& sentences) const;

 private:
  bool figures_exclude(Where a, Where b) const;
  bool days_exclude(Where a, Where b) const;
  bool outcomes_exclude(Where a, Where b) const;
  bool names_exclude(Where a, Where b, std::string_view sort) const;
  std::vector<std::string_view> named_in(Where where, std::string_view sort) const;
  std::vector<const Claim*> claims_in(Where where) const;

  const Input& input_;
  const std::vector<OutcomeSpot>& outcomes_;
};

}  // namespace synoptic::compare
