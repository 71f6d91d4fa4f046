// Dates of the event as claims. Private to the room.
#pragma once

#include <optional>

#include "compare/claim.h"

namespace synoptic::compare {

// Minutes that the account's clock is ahead of UTC, where the page or its place tells. UTC itself
// is what many pages are stamped with, wherever they are from.
std::optional<int> clock_of(const model::Article& article);

// The same in hours where most who write the language live (data/compare/clocks.tsv); else 0.
float usual_hours(std::string_view lang);

// A number of three digits or more stands there: two are a day, or the year of an era.
bool tells_year(std::string_view text);

void collect_dates(Telling& telling, uint32_t index);

// An account that does not say when it was put out leaves "on 19 November" without a year: it is
// that of the other accounts, where these are of a few days.
void lend_days(Input& input);

// "On Monday", "in September", "on the 14th" may have been read into the wrong week, year or month:
// where no other account has that day and one that is told more fully lies a week, a year or a
// month away, in sentences that are alike, it is that one. To be asked once all tellings are read.
void settle_dates(Input& input);

}  // namespace synoptic::compare
