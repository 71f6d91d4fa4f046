// The steps from bytes to a capture that files and lines of files share. Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

// What the name says the file holds: its extension in small letters, without what says how it is
// packed. "html" of "a/Page.HTML.gz", "" of "README", "packed" of "README.gz".
std::string kind_of(std::string_view path);

// Errors: kEmpty, kUnsupported (binary).
Result<void> check_text(std::string_view bytes, const std::string& path);

// Reads the front matter and sets the format of text that is not known to be HTML.
void tell_format(std::string_view kind, model::Capture& capture);

// Where from and when fetched, as the front matter says.
void take_address(model::Capture& capture);

}  // namespace synoptic::collect
