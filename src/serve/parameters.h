// What may stand behind the question mark of a page's address. Private to the room.
#pragma once

#include <string>

#include "serve/http.h"

namespace synoptic::serve {

// What is wrong with a parameter that the page asks for, in a sentence; empty: nothing. Parameters
// that the page does not know are let be.
std::string wrong_parameter(const Request& request);

}  // namespace synoptic::serve
