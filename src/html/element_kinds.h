// What the tree construction of the HTML Standard (13.2.6) asks about elements, as bits.
// Private to the room.
#pragma once

#include <cstdint>

#include "html/html.h"

namespace synoptic::html {

using Traits = uint16_t;

constexpr Traits kSpecial = 1 << 0;         // the standard's "special" category
constexpr Traits kScopeBorder = 1 << 1;     // "in scope" ends here
constexpr Traits kListBorder = 1 << 2;      // "in list item scope" ends here too
constexpr Traits kButtonBorder = 1 << 3;    // "in button scope" ends here too
constexpr Traits kTableBorder = 1 << 4;     // "in table scope" ends here
constexpr Traits kFormatting = 1 << 5;      // a, b, i …
constexpr Traits kImpliedEnd = 1 << 6;      // ended without an end tag
constexpr Traits kThoroughEnd = 1 << 7;     // likewise where a template ends
constexpr Traits kHeading = 1 << 8;         // h1 … h6
constexpr Traits kTableContext = 1 << 9;    // text right in it is moved out: table, tr …
constexpr Traits kBreaksForeign = 1 << 10;  // its start tag ends svg and math
constexpr Traits kMathTextPoint = 1 << 11;  // MathML text integration point
constexpr Traits kHtmlPoint = 1 << 12;      // HTML integration point
constexpr Traits kAnnotationXml = 1 << 13;  // MathML's annotation-xml

Traits traits_of(Tag tag);                        // of an HTML element
Traits foreign_traits(Namespace space, Tag tag);  // of one of svg or math

}  // namespace synoptic::html
