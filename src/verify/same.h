// Do two JSON texts tell the same? Key by key and item by item, whatever the order of the keys and
// the writing of numbers and strings. Private to the room; `differences` is in verify.h.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>

namespace synoptic::verify {

// Where an object, at any depth, has a key twice: "differ[0].values[1].text". Readers take the
// first or the last of them, so that such a text tells two things (RFC 7493, 2.3). nullopt:
// nowhere.
std::optional<std::string> repeated_key(simdjson::dom::element json);

}  // namespace synoptic::verify
