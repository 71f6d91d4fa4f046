// Lines that say only when the article was put out: "Posted: March 14, 2013 8:16 am", "Agency |
// Updated: 2017-09-15 21:45". Their days and hours are the article's own, and no claims of the
// news.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "knowledge/calendar.h"

namespace synoptic::knowledge {

// The whole text is a date, at most with labels, a clock, a zone and a name or two beside it.
bool is_stamp(std::string_view text, std::string_view lang);

// The day that such a line tells, with its clock.
std::optional<DateMatch> stamp_of(std::string_view text, std::string_view lang);

// Of a day inside a sentence: right behind a label ("… Updated: 2016-07-15 06:50") or the name of
// an account ("(@name) February 5, 2018").
bool is_stamp_at(std::string_view text, Range day, std::string_view lang);

}  // namespace synoptic::knowledge
