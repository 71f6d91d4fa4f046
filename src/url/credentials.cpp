#include "url/credentials.h"

#include <algorithm>

namespace synoptic::url {

std::string without_credentials(std::string_view address) {
  std::string out(address);
  const size_t scheme = out.find("//");
  if (scheme == out.npos || out.find('@', scheme) == out.npos) return out;
  const size_t begin = scheme + 2;
  const size_t end = std::min(out.find_first_of("/\\?#", begin), out.size());
  const size_t at = out.substr(0, end).rfind('@');
  if (at != out.npos && at >= begin) out.erase(begin, at + 1 - begin);
  return out;
}

}  // namespace synoptic::url
