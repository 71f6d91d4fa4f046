// When two days or hours are one, on different clocks, and where a year, month or week was
// inferred. Private to the room.
#pragma once

#include "compare/match.h"

namespace synoptic::compare {

// Both are dates of one sort.
Match match_dates(const Claim& a, const Claim& b);

// Told to the hour, and a point in time.
bool is_hour(const model::TimeMention& time);
// Of one day and an hour or more apart; both in their zones, or both as the clocks of the place go.
bool are_two_hours(const model::DateValue& a, const model::DateValue& b);
bool are_hours_apart(const Claim& a, const Claim& b);  // … of dates

bool is_told_by_words(const Claim& claim);  // no number at all: "on Monday", "yesterday"

}  // namespace synoptic::compare
