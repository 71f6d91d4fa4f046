// Which doctypes put a page in quirks mode (HTML Standard, 13.2.6.4.1). Private to the room.
#pragma once

#include "html/html.h"

namespace synoptic::html {

Quirks quirks_of(const Doctype& doctype);

}  // namespace synoptic::html
