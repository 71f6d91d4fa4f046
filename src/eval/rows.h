// Files of sets, and values of their rows of JSON, empty where they are missing or of another kind.
#pragma once

#include <simdjson.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace synoptic::eval {

// All bytes of a file. Errors: kNotFound.
inline Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::kNotFound, path.string(), "cannot be read");
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

inline std::string string_at(const simdjson::dom::element& row, std::string_view key) {
  std::string_view text;
  return row.at_key(key).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

inline std::optional<double> number_at(const simdjson::dom::element& row, std::string_view key) {
  double value = 0;
  if (row.at_key(key).get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

}  // namespace synoptic::eval
