// The captures of a synopsis read, annotated and compared anew: is what comes out the same?
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "flow/flow.h"
#include "model/capture.h"
#include "verify/verify.h"

namespace synoptic::cli {

// What differs, a Failure each ("verdict", "cells" …); nothing: all is the same. `json`: the
// synopsis.
std::vector<verify::Failure> compare_again(
    const flow::Engine& engine, const verify::Claims& claims, std::string_view json,
    const std::unordered_map<std::string, model::Capture>& captures);

}  // namespace synoptic::cli
