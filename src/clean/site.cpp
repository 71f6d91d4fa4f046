#include "clean/site.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "url/url.h"

namespace synoptic::clean {

const Site& site_of(std::string_view address) {
  struct Known {
    std::string address;
    Site site;
  };
  thread_local std::array<Known, 4> known;  // the empty address has the empty site
  thread_local size_t oldest = 0;
  const auto found = std::find_if(known.begin(), known.end(),
                                  [&](const Known& one) { return one.address == address; });
  if (found != known.end()) return found->site;
  Known& made = known[oldest++ % known.size()];
  made.address = address;
  made.site.host = url::host_of(address);
  made.site.domain = url::registrable_domain(made.site.host);
  return made.site;
}

}  // namespace synoptic::clean
