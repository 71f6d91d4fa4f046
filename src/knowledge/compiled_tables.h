// The tables as the program asks them, compiled when it was built.
#pragma once

#include <string_view>

namespace synoptic::knowledge {

// What Knowledge::compiled() gave, valid for the whole run; empty in the program that makes it.
std::string_view compiled_tables();

}  // namespace synoptic::knowledge
