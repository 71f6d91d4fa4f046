// What a number counts, told right before it, as in Korean and Japanese: "헬기 58대", 乗客ら3人.
// Private to the room.
#pragma once

#include <optional>

#include "annotate/quantities/quantity_draft.h"

namespace synoptic::annotate {

// The word right before the number, or before what links the two.
std::optional<NumberHit> head_before(const NumberContext& context, const QuantityDraft& draft);

// "헬기 58대", "승객 86명", 賛成391: where nothing else says it better.
void set_front(const NumberContext& context, QuantityDraft& draft);

// What they are, before what happened to them: a state far from "경찰 600명" is of others, and
// "학교 세 곳" are schools.
void set_kind(const NumberContext& context, QuantityDraft& draft);

}  // namespace synoptic::annotate
