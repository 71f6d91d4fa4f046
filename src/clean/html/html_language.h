// What a page says of its language. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::clean {

// Templates are copied with their lang="en": false where the language is written in Latin letters
// (CLDR) and the page's title is not.
bool is_written_so(const std::string& lang, std::string_view title);

// "en-gb" of "en-GB", "en-in" of "en" or "en-US" (what templates come with) under ".in".
std::string with_region(const std::string& lang, const std::string& address);

}  // namespace synoptic::clean
