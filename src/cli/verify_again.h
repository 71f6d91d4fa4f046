// The captures of a synopsis or an article read, annotated and compared anew: is what comes out the
// same?
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "flow/flow.h"
#include "model/capture.h"
#include "verify/verify.h"

namespace synoptic::cli {

// By SHA-256; more than one where the same bytes came from several addresses.
using Captures = std::unordered_map<std::string, std::vector<model::Capture>>;

// Adds to the report what differs, a Failure each, and what was taken as told; `again` where
// everything was compared: not where a capture is not there. `json`: of the claims.
void compare_again(const flow::Engine& engine, const verify::Claims& claims, std::string_view json,
                   const Captures& captures, verify::Report& report);

}  // namespace synoptic::cli
