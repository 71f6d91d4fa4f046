// From what a text says ("next month", "Friday", "14日") to dates, seen from the day of the
// article. Private to the room.
#pragma once

#include <optional>
#include <string>

#include "annotate/times_table.h"
#include "model/annotation.h"

namespace synoptic::annotate {

// Which way an unsaid year, month or week lies.
enum class Direction : uint8_t { kPast, kFuture, kThisWeek };

struct Resolved {
  model::DateValue from, to;
  std::string precision;
  std::string rule;
};

// `anchor`: the published value, nullptr where the article has none; relative times are then
// "unresolved".
Resolved resolve_phrase(const PhraseFound& phrase, const TimeText& text,
                        const model::DateValue* anchor, Direction direction);
Resolved resolve_date(const knowledge::DateMatch& date, const model::DateValue* anchor,
                      Direction direction);

model::DateValue day_after(const model::DateValue& date, int64_t days);  // day precision
model::DateValue monday_of(const model::DateValue& date);

}  // namespace synoptic::annotate
