// Which charset, and to UTF-8. What a page declares is read as browsers read it (html/encoding.h),
// but believed only as far as the bytes bear it out: pages with wrong labels are common.
#pragma once

#include <string>
#include <string_view>

#include "model/capture.h"

namespace synoptic::collect {

// Fills text, charset, charset_by, raw_offsets and warnings from the raw bytes.
// `transport_charset`: what came with them, as by HTTP's Content-Type; empty if unknown.
void decode_to_utf8(std::string bytes, bool is_html, model::Capture& capture,
                    std::string_view transport_charset = {});

// "UTF-32LE" or "UTF-32BE" for text with its byte order mark (four bytes); else empty. Browsers do
// not know it: by the Encoding Standard the first two bytes are the mark of UTF-16.
std::string_view utf32_by_mark(std::string_view bytes);

// "UTF-16LE" or "UTF-16BE" for text in UTF-16 without its byte order mark; else empty.
std::string_view utf16_without_mark(std::string_view bytes);

}  // namespace synoptic::collect
