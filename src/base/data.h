// The files of data/, embedded in the program.
#pragma once

#include <string_view>
#include <vector>

namespace synoptic {

// Content of data/<path>; empty view when there is no such file. Valid for the whole run.
std::string_view embedded_data(std::string_view path);

// Paths (under data/) that begin with `prefix`, sorted.
std::vector<std::string_view> embedded_paths(std::string_view prefix);

}  // namespace synoptic
