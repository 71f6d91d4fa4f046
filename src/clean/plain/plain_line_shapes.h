// What one line of a text without markup is by its form alone (plain_shapes.h). Private to the
// room.
#pragma once

#include "clean/page.h"

namespace synoptic::clean {

bool is_pointer(const Line& line);        // ">> Go on there", "👉 In our channel"
bool is_bare_address(const Line& line);   // "name@host", "@name"
bool sizes_letters(const Line& line);     // "Text size A- A+"
bool rates(const Line& line);             // "★★★☆☆", "Rating: 4.5/5"
bool is_row_of_counts(const Line& line);  // "Today at 10:42   1 890   12"
bool is_lone_number(const Line& line);    // "7", "01"
bool gives_number(const Line& line);      // "Write to us on WhatsApp: +7 777 000 00 00"
bool is_menu(const Line& line);           // "World | Sport | Culture | Weather"
bool is_wire_slug(const Line& line);      // "^BC-TURKEY-QUAKE/ (UPDATE 2)"
bool is_path(const Line& line);           // "Home > World > Asia"

}  // namespace synoptic::clean
