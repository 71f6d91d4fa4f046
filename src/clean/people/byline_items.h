// The line of a by-line cut into its dates and the words between them. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/page.h"
#include "knowledge/calendar.h"
#include "knowledge/knowledge.h"

namespace synoptic::clean {

struct BylineItem {  // a date, or words between dates and separators
  Range range;
  const knowledge::DateMatch* date = nullptr;
};

// Whole dates of the years of the web. `folded`: the text's folded form, where it is at hand.
std::vector<knowledge::DateMatch> byline_dates(std::string_view text, std::string_view lang,
                                               std::string_view folded = {});

// The same bytes with blanks for the brackets around a clock time: "9 June 2026 (12:15)" is one
// date.
std::string with_open_times(std::string_view text);

// "3 March 2026 21:14 (4 March 22:40 updated)", "3 March 2026, updated 22:40": the second one, of
// the first one's year or day.
std::optional<knowledge::DateMatch> change_without_year(std::string_view text,
                                                        const knowledge::DateMatch& published,
                                                        std::string_view lang);

bool ends_with_separator(std::string_view text);

// From `begin` on, cut at dates, at separators and in front of labels ("Source", "Updated").
std::vector<BylineItem> byline_items(const Line& line, const knowledge::Knowledge& knowledge,
                                     const std::vector<knowledge::DateMatch>& dates,
                                     uint32_t begin);

}  // namespace synoptic::clean
