// Sending the outbox, for `add` and `watch deliver`.
#pragma once

#include <string>

#include "flow/deliver.h"

namespace synoptic::cli {

// Tells on stderr what was sent; returns the exit code. `url`: this receiver's only, or all.
int send_outbox(store::Store& store, const std::string& url, const std::string& secret);

}  // namespace synoptic::cli
