// The HTML readers of others, each: bytes to a whole tree, and the tree gone again. Those whose
// library was not there when the build was configured are left out.
#pragma once

#include <string_view>
#include <vector>

namespace synoptic::bench {

struct HtmlReader {
  const char* name;
  void (*parse)(std::string_view utf8);
};

std::vector<HtmlReader> html_peers();

}  // namespace synoptic::bench
