// JSON as pages write it, made valid where it is clear what was meant. Private to the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::clean {

// Without the marks that scripts are wrapped in: comments, CDATA, a last semicolon.
std::string_view unwrap_json(std::string_view script);

// Raw line breaks and other controls in strings, bad escapes, quotation marks inside strings that
// nobody escaped, commas that are missing or one too many, character references for all quotation
// marks. Text that is valid comes back with the same meaning.
std::string mend_json(std::string_view json);

}  // namespace synoptic::clean
