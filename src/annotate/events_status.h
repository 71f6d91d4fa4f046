// How certain an event is, whether it happened, and who says so. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "annotate/clause.h"
#include "model/annotation.h"

namespace synoptic::annotate::syntax {

struct Status {
  model::Polarity polarity = model::Polarity::kPositive;
  std::string modality = "asserted";
  std::string claimant;
};

Status status_of(const Sentence& sentence, const Trigger& trigger, const Bounds& bounds,
                 const std::optional<model::TimeMention>& time, const model::Annotated& annotated);

}  // namespace synoptic::annotate::syntax
