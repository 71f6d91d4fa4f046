// Shared by the programs of tools/.
#pragma once

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

namespace synoptic::tools {

// All bytes of a file; none of one that is not there, which is told on stderr.
inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) std::fprintf(stderr, "missing: %s\n", path.c_str());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace synoptic::tools
