// Marks of footnotes in running text: they are no words of it, and no digits of the number or the
// day before them. "[1]" stays: its brackets part it from the text. Private to the room.
#pragma once

#include <cstdint>

#include "html/html.h"

namespace synoptic::clean {

// <sup><a href="#n1">1</a></sup>, <a href="#n1"><sup>1</sup></a>, <a href="#n1">*</a>, and the
// arrow that leads back.
bool is_footnote_mark(const html::Document& document, uint32_t element);

// "(NRBK.ST), opens new tab": what an element inside a link says of the link is not of the text.
bool is_note_on_link(const html::Document& document, uint32_t node);

}  // namespace synoptic::clean
