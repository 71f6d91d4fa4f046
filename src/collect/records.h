// One line of a file of pages -> Capture. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

// Is it the beginning of a JSON object? `head`: the first bytes that are not white space.
bool looks_like_record(std::string_view head);

// `where` becomes the capture's path and stands in errors: kMalformed, kEmpty, kUnsupported.
Result<model::Capture> capture_record(std::string_view line, const std::string& where);

}  // namespace synoptic::collect
