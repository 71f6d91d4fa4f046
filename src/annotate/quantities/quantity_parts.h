// A number as a part of another one: "14 of 15", "one in three", 600席中321席. Each reads what
// stands at the number; `consumed` gets the range of the total, or of the part. Private to the
// room.
#pragma once

#include <vector>

#include "annotate/quantities/quantity_draft.h"

namespace synoptic::annotate {

// "14 members out of 15"
void read_out_of(const NumberContext& context, QuantityDraft& draft, std::vector<Range>& consumed);
// "600 sandalyenin 321'i": the total is said first.
bool read_part_behind(const NumberContext& context, QuantityDraft& draft,
                      std::vector<Range>& consumed);
// "Of the nine on board died five": what happened (`state`) befell the part, which follows.
bool happened_to_part(const NumberContext& context, const QuantityDraft& total, Range state);
// What a party has of a parliament's members are its seats.
void read_seats(const NumberContext& context, QuantityDraft& draft);
// "one in three": at `at` the word between the two.
bool read_one_in(const NumberContext& context, uint32_t at, QuantityDraft& draft,
                 std::vector<Range>& consumed);
// "Of every ten people three"
bool read_of_every(const NumberContext& context, QuantityDraft& draft,
                   std::vector<Range>& consumed);

}  // namespace synoptic::annotate
