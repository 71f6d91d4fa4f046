// Control characters, which terminals obey and XML 1.0 and YAML 1.2 forbid: whatever shows text of
// documents takes them out first.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::text {

// C0 but tab and the line ends, DEL and C1, U+FFFE and U+FFFF.
bool is_unprintable(char32_t c);

// Embeddings, overrides and isolates of UAX #9: one that a title opens turns all that is shown
// behind it.
bool is_direction_control(char32_t c);

// The text with U+FFFD in place of what is not printable and of bytes that are no UTF-8.
std::string printable(std::string_view text);

// The text without controls of direction.
std::string unturned(std::string_view text);

}  // namespace synoptic::text
