// YAML front matter as people write it, read tolerantly: "key: value" lines between two "---"
// lines. Values with colons, quotes and leading @ are taken as they stand.
#pragma once

#include "model/capture.h"

namespace synoptic::collect {

// Fills front_matter and body_begin of the capture, and a warning for lines it could not read.
// A text without front matter is left as it is.
void read_front_matter(model::Capture& capture);

}  // namespace synoptic::collect
