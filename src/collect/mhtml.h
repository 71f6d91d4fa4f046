// Pages that a browser saved whole, with their pictures, in one file (MHTML, RFC 2557): MIME, whose
// first part of HTML is the page. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

// The page, with the file as its record: the SHA-256 is that of the file, the text and its spans
// are of the page without its coding. nullopt: no such file. Errors: kUnsupported (it holds no
// page), kEmpty.
std::optional<Result<model::Capture>> capture_mhtml(std::string_view bytes,
                                                    const std::string& path);

}  // namespace synoptic::collect
