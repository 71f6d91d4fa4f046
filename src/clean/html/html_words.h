// The words of one element, as a reader sees them, with the way back to their bytes.
// Private to the room.
#pragma once

#include <string>
#include <string_view>

#include "clean/draft.h"
#include "html/html.h"

namespace synoptic::clean {

// White space made one blank; a lone wide blank (U+3000) inside stays, as it does in the text.
std::string clean_text(std::string_view words);

// The element's words; "" where it holds more than a name, a date or a headline can (an element
// that was never closed holds the rest of the page).
std::string words_of(const html::Document& document, uint32_t element);

// The words of a headline: no labels of the buttons in it ("Copy link"), no readings of its signs.
std::string words_of_heading(const html::Document& document, uint32_t element);

// From the first to the last byte of words in the element.
Span text_span(const html::Document& document, uint32_t element);
Span heading_span(const html::Document& document, uint32_t element);

// The element as one line: parts that stand below each other are joined with " | ". `links` are
// filled with addresses as written. Empty text: more than `most_bytes`.
Piece line_of_element(const html::Document& document, uint32_t element, size_t most_bytes);

bool is_block_tag(html::Tag tag);   // its content stands on lines of its own
bool is_unseen_tag(html::Tag tag);  // script, style and the like: no words

}  // namespace synoptic::clean
