// How certain an event is, whether it happened, and who says so. Private to the room.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "annotate/events/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

struct Status {
  model::Polarity polarity = model::Polarity::kPositive;
  std::string modality = "asserted";
  std::string claimant;
  // "Denied involvement in the attack": the token of the denial of a part in the deed.
  std::optional<size_t> part_denied;
};

// The quotes of a block, by where they begin; asked for the one around a word.
class QuotesOfBlock {
 public:
  void enter(std::span<const model::Quote* const> quotes);
  const model::Quote* around(Range word) const;  // the first of them; nullptr: none

 private:
  std::span<const model::Quote* const> quotes_;
  std::vector<uint32_t> reach_;  // how far the quotes up to here reach
};

Status status_of(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
                 const std::optional<model::TimeMention>& time, const model::Annotated& annotated,
                 const QuotesOfBlock& quotes);

}  // namespace synoptic::annotate::syntax
