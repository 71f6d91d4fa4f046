// Where words stand that a page states in a value of its own: an attribute, a title element, a
// string of JSON. Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "base/span.h"
#include "text/offset_map.h"

namespace synoptic::clean {

// From the bytes of `words` to those of the capture, where the part of it at `value` says them
// (once references or escapes are undone and white space is made one blank); nullopt: it does not.
std::optional<text::OffsetMap> find_stated(std::string_view capture_text, Span value,
                                           std::string_view words);

}  // namespace synoptic::clean
