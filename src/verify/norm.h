// Is the comparable form of a value what its words say, as far as digits alone can tell? Private to
// the room.
#pragma once

#include <string>
#include <string_view>

namespace synoptic::verify {

// Why the norm cannot be that of the text; empty: it can be, or it takes knowledge to tell.
std::string norm_fault(std::string_view slot, std::string_view text, std::string_view norm);

// Whether the number beside a norm is the norm's; nullptr: none stands there.
std::string value_fault(std::string_view slot, std::string_view norm, const double* value);

}  // namespace synoptic::verify
