// What an annotated article tells, out of its JSON. Private to the room.
#pragma once

#include <simdjson.h>

#include "verify/verify.h"

namespace synoptic::verify {

// `claims` has its id and its title.
void read_article(simdjson::dom::element json, Claims& claims);

// What the JSON says of the capture that a text was taken from.
void take_capture(simdjson::dom::element json, Source& source);

}  // namespace synoptic::verify
