// The outbox sent to its receivers: HTTP POST of JSON, signed with HMAC-SHA256 (docs/watch.md).
// Redirects are not followed; time is bounded; what could not be sent stays in the outbox.
#pragma once

#include <cstddef>
#include <string>

#include "base/result.h"
#include "store/store.h"

namespace synoptic::flow {

struct Delivery {
  std::string url;              // this receiver's parcels only; empty: all
  std::string secret;           // key of the signature
  unsigned tries = 4;           // of a parcel, with pauses of a half, one, two … seconds
  unsigned seconds = 60;        // for all of it
  unsigned seconds_a_try = 15;  // for one answer
};

struct Delivered {
  size_t sent = 0, waiting = 0;
  std::string error;  // of the first that could not be sent
};

// Parcels of one receiver go in their order; the first that fails holds up those behind it.
// Errors: kStore; kUsage for a URL that is not http: or https:.
Result<Delivered> deliver(store::Store& store, const Delivery& delivery);

// The first line of the file. Errors: those of a file; kEmpty.
Result<std::string> read_secret(const std::string& path);

}  // namespace synoptic::flow
