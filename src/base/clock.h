// The time of day, for those at the border: no stage asks for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace synoptic {

int64_t unix_now();                          // seconds since 1970-01-01T00:00Z
std::string utc_time(int64_t unix_seconds);  // "2026-03-14T10:00:00Z"
// Reads what utc_time writes, a date, or either without its end: "2026-03-14", "2026-03-14T10:00".
std::optional<int64_t> parse_utc(std::string_view text);
std::string http_date(int64_t unix_seconds);  // "Sat, 14 Mar 2026 10:00:00 GMT" (RFC 9110, 5.6.7)

}  // namespace synoptic
