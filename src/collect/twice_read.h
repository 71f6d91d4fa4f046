// Text that somebody read in the wrong charset, and wrote in UTF-8 as they had read it: "Ã©" for
// "é", "Ïðèâåò" for "Привет". Private to the room.
#pragma once

#include <optional>
#include <string_view>

#include "collect/charset_decoder.h"
#include "html/encoding.h"

namespace synoptic::collect {

constexpr std::string_view kTwiceRead = "UTF-8 read twice";  // as a charset (Capture::charset)

// Valid UTF-8 `text` as it was written, with the way back; nullopt: nothing says that it was read
// wrongly. Only texts of which every character bears it out are mended. `declared`: the charset
// that the page names, if any.
std::optional<DecodedBytes> undo_wrong_reading(std::string_view text,
                                               const std::optional<html::Encoding>& declared);

// The charset that a page names inside; nullopt: none.
std::optional<html::Encoding> label_in_page(std::string_view page);

// Takes `text` into the capture as it was written; false, and nothing taken: it was read rightly.
// `mark`: bytes in front of it that are no text.
bool take_twice_read(std::string_view text, size_t mark,
                     const std::optional<html::Encoding>& declared, model::Capture& capture);

}  // namespace synoptic::collect
