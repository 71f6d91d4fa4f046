// The form of an address that two links to the same page share.
#include <algorithm>
#include <vector>

#include "base/strings.h"
#include "base/table.h"
#include "url/credentials.h"
#include "url/url.h"

namespace synoptic::url {
namespace {

// What tells where a reader came from, never which page it is: data/url/tracking.tsv.
struct Tracking {
  std::vector<std::string_view> names;   // in order
  std::vector<std::string_view> begins;  // of any name that goes on

  static const Tracking& get() {
    static const Tracking tracking = read();
    return tracking;
  }
  bool holds(std::string_view parameter) const {
    const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
    return std::ranges::binary_search(names, name) ||
           std::ranges::any_of(begins,
                               [&](std::string_view begin) { return name.starts_with(begin); });
  }

 private:
  static Tracking read() {
    Tracking out;
    for (const TableRow row : DataTable::embedded("url/tracking.tsv", 2)) {
      for (std::string_view name : row.words(1)) {
        const bool goes_on = name.ends_with('*');
        if (goes_on) name.remove_suffix(1);
        (goes_on ? out.begins : out.names).push_back(name);
      }
    }
    std::ranges::sort(out.names);
    return out;
  }
};

}  // namespace

std::string canonical(std::string_view text) {
  auto url = parse(text);
  if (!url || url->host.empty()) return without_credentials(trim(text));
  url->fragment.clear();
  url->userinfo.clear();
  if (url->has_query) {
    const Tracking& tracking = Tracking::get();
    std::string kept;
    for (const auto parameter : split(url->query, '&')) {
      if (parameter.empty() || tracking.holds(parameter)) continue;
      if (!kept.empty()) kept += '&';
      kept += parameter;
    }
    url->query = kept;
    url->has_query = !kept.empty();
  }
  return url->href();
}

}  // namespace synoptic::url
