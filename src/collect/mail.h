// Mails that were saved as files (RFC 5322), as newsletters and press offices send them: what they
// say, without their heads, codings and attachments. Private to the room.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

// The text of the mail, with the file as its record: the SHA-256 is that of the file, the text and
// its spans are of the body without its coding. Subject, day and sender are its front matter.
// nullopt: no mail, or a plain one under another name than .eml, whose lines are read as they
// stand. Errors: kUnsupported (it holds no text), kEmpty.
std::optional<Result<model::Capture>> capture_mail(std::string_view bytes, std::string_view kind,
                                                   const std::string& path);

}  // namespace synoptic::collect
