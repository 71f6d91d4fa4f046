// Values of a row of JSON, empty where they are missing or of another kind.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

namespace synoptic::eval {

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
