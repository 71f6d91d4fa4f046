// The form of an address that two links to the same page share.
#include <algorithm>
#include <array>
#include <vector>

#include "base/strings.h"
#include "url/credentials.h"
#include "url/url.h"

namespace synoptic::url {
namespace {

// Parameters that tell where a reader came from, never which page it is.
constexpr std::array<std::string_view, 34> kTracking = {
    "fbclid",     "gclid",       "dclid",      "gbraid",    "wbraid",      "msclkid", "yclid",
    "ysclid",     "twclid",      "ttclid",     "igshid",    "igsh",        "mc_cid",  "mc_eid",
    "_ga",        "_gl",         "_openstat",  "ncid",      "cmpid",       "ito",     "s_cid",
    "smid",       "spm",         "share_from", "fb_ref",    "fb_source",   "mkt_tok", "vero_id",
    "oly_enc_id", "oly_anon_id", "wt_mc",      "at_medium", "at_campaign", "ocid"};
constexpr std::array<std::string_view, 4> kTrackingPrefixes = {"utm_", "hsa_", "pk_", "mtm_"};

bool is_tracking(std::string_view parameter) {
  const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
  if (std::find(kTracking.begin(), kTracking.end(), name) != kTracking.end()) return true;
  return std::any_of(kTrackingPrefixes.begin(), kTrackingPrefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

}  // namespace

std::string canonical(std::string_view text) {
  auto url = parse(text);
  if (!url || url->host.empty()) return without_credentials(trim(text));
  url->fragment.clear();
  url->userinfo.clear();
  if (url->has_query) {
    std::string kept;
    for (const auto parameter : split(url->query, '&')) {
      if (parameter.empty() || is_tracking(parameter)) continue;
      if (!kept.empty()) kept += '&';
      kept += parameter;
    }
    url->query = kept;
    url->has_query = !kept.empty();
  }
  return url->href();
}

}  // namespace synoptic::url
