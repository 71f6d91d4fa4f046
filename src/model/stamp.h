// When an article was published, as one text that goes from room to room: ISO 8601 cut to its
// precision, behind a clock time the offset of the stated zone ("2025-01-08T06:18+08:00", "…Z").
// Behind a guessed offset stands "?", the sign of ISO 8601-2 for what is uncertain; in JSON the
// guess stands in a key of its own, so that nobody takes it for stated.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "model/article.h"
#include "model/date.h"

namespace synoptic::model {

std::string stamp_of(const DateValue& value);                           // without a guess
std::string stamp_of(const Article& article);                           // empty: no date
std::string told_at(const Article& article);  // since when it says what it says: stamp, or empty
std::string stamp_of(std::string_view stated, std::string_view guess);  // the same from its parts

struct StampParts {
  std::string stated;  // without a guess: "2025-01-08T06:18"
  std::string clock;   // without any zone
  std::string zone;    // "+08:00", "Z"; empty: none is told
  bool guessed = false;
};
StampParts parts_of(std::string_view stamp);

// For a line of a table: "2025-01-08T06:18+08:00", "…?" of a guess; seconds are left out.
std::string to_the_minute(std::string_view stamp);

// For ordering: its beginning in UTC, a guessed offset taken for true. nullopt: no stamp.
std::optional<int64_t> minutes_of(std::string_view stamp);

// `key` with what is stated, or null; and `guess_key` where the offset is guessed.
void write_stamp(JsonWriter& json, std::string_view key, std::string_view stamp,
                 std::string_view guess_key = "zone_inferred");

}  // namespace synoptic::model
