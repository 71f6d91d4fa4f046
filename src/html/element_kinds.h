// What the tree construction of the HTML Standard (13.2.6) asks about element names.
// Private to the room.
#pragma once

#include <string_view>

namespace synoptic::html {

bool is_void(std::string_view name);            // never has content: br, img …
bool is_raw_text(std::string_view name);        // script, style …: no markup, no references
bool is_escapable_text(std::string_view name);  // title, textarea: no markup, but references
bool closes_paragraph(std::string_view name);   // its start tag ends an open p
bool is_formatting(std::string_view name);      // a, b, i …
bool is_special(std::string_view name);         // the standard's "special" category
bool is_heading(std::string_view name);
bool is_head_content(std::string_view name);        // may stand in head
bool is_scope_border(std::string_view name);        // end tags inside do not close what is outside
bool breaks_out_of_foreign(std::string_view name);  // HTML again, though inside svg or math

}  // namespace synoptic::html
