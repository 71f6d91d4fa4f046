// Which charset, and to UTF-8 (WHATWG Encoding's labels, ICU's converters).
#pragma once

#include <string>
#include <string_view>

#include "model/capture.h"

namespace synoptic::collect {

// Fills text, charset, charset_by, raw_offsets and warnings from the raw bytes.
void decode_to_utf8(std::string bytes, bool is_html, model::Capture& capture);

// "UTF-16LE" or "UTF-16BE" for text in UTF-16 without its byte order mark; else empty.
std::string_view utf16_without_mark(std::string_view bytes);

}  // namespace synoptic::collect
