// Two lines: a base and a reference. What comes out of the URL room is a URL again, and the
// canonical form is its own canonical form.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "url/url.h"

using namespace synoptic;

namespace {

void require(bool claim) {
  if (!claim) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  const size_t end = std::min(input.find('\n'), input.size());
  const std::string base = input.substr(0, end);
  const std::string reference = end < input.size() ? input.substr(end + 1) : base;
  if (const auto parsed = url::parse(base)) {
    const auto again = url::parse(parsed->href());
    require(again.has_value() && again->href() == parsed->href());
    url::registrable_domain(parsed->host);
  }
  const std::string resolved = url::resolve(base, reference);
  if (!resolved.empty()) require(url::parse(resolved).has_value());
  const std::string canonical = url::canonical(reference);
  require(url::canonical(canonical) == canonical);
  url::percent_decode(reference);
  return 0;
}
