// The day in the line that opens a report, "CITY, March 14, 2025 (Agency) - …", or in one that does
// nothing but date it. Private to the room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace synoptic::clean {

// Of the first paragraph, where a year is told; nullopt: it opens otherwise, as sentences do that
// begin with a day ("On March 3, 2015, the council …"). `lang`: primary subtag. A day without its
// year ("LIMA, Mar 14.-") is the last such day that `seen`, the day when the page was there,
// allows.
std::optional<model::DateEvidence> dateline_date(const std::vector<model::Block>& blocks,
                                                 std::string_view lang,
                                                 const std::optional<model::DateValue>& seen = {});

// "JAKARTA, June 9 (Wire) - …", "Jakarta - …": a text that opens with a place and a dash.
bool opens_with_place(std::string_view text);

// The place with the day or the agency beside it: "Jakarta - …" says too little.
bool opens_with_dateline(std::string_view text);

// When the page was there, for a day that lacks its year: fetched, else in the year behind a
// copyright sign. Nothing where a whole day of publication is told: that one is better.
std::optional<model::DateValue> seen_without_day(const model::Article& article);

// Of a text without any other date: one line of it that only dates it becomes its date, and is
// taken out of the text. Two such lines are of a list.
void take_stamp(std::string_view lang, model::Article& article);

// The same by the article in front of it on the page: within a month of that one's day.
std::optional<model::DateValue> seen_beside(const model::Article& article,
                                            const model::DateValue& beside);

}  // namespace synoptic::clean
