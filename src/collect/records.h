// One line of a file of pages, or a file that is JSON as a whole -> Capture. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

// Is it the beginning of a JSON object? `head`: the first bytes that are not white space.
bool looks_like_record(std::string_view head);

// `where` becomes the capture's path and stands in errors: kMalformed, kEmpty, kUnsupported.
Result<model::Capture> capture_record(std::string_view line, const std::string& where);

// A file that is JSON from beginning to end: one page as such a line has it (the file is its
// record), or no page, and then an error that says what it is. `kind`: kind_of(path). nullopt: it
// is no JSON, and its name does not say that it is.
std::optional<Result<model::Capture>> capture_json(std::string_view bytes, std::string_view kind,
                                                   const std::string& path);

}  // namespace synoptic::collect
