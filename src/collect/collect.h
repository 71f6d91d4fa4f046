// The outside world -> Capture: files, folders and standard input, decoded to UTF-8, with their
// front matter read. Nothing is thrown away: the raw bytes stay with the capture.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/capture.h"

namespace synoptic::collect {

struct Limits {
  size_t max_bytes = 64 << 20;  // of one input; more is an error, so that memory stays bounded
};

struct Inputs {
  std::vector<std::string> files;  // in the order given, folders sorted by name
  std::vector<Error> errors;       // paths that are not there or cannot be listed
};

// Expands folders (recursively). Inside a folder only documents are taken, by their extension
// (html htm xhtml md markdown txt text, or none); hidden files are passed over. A path given by
// name is always taken. "-" is standard input.
Inputs list_inputs(const std::vector<std::string>& paths);

// Errors: kNotFound, kUnreadable (FIFO, device, permission), kTooLarge, kEmpty, kUnsupported.
Result<model::Capture> read_file(const std::string& path, const Limits& limits = {});

// The same from bytes in memory; `path` tells the format by its extension where it can.
Result<model::Capture> capture_bytes(std::string bytes, const std::string& path);

}  // namespace synoptic::collect
