// Which charset, and to UTF-8 (WHATWG Encoding's labels, ICU's converters).
#pragma once

#include <string>
#include <string_view>

#include "model/capture.h"

namespace synoptic::collect {

// Fills text, charset, charset_by, raw_offsets and warnings from the raw bytes.
void decode_to_utf8(std::string bytes, bool is_html, model::Capture& capture);

}  // namespace synoptic::collect
