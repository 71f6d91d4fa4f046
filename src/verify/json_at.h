// Values of JSON by their keys, empty where they are missing or of another kind. Private to the
// room.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace synoptic::verify {

inline std::string text_at(simdjson::dom::element json, std::string_view key) {
  std::string_view text;
  return json[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

inline std::optional<uint64_t> number_at(simdjson::dom::element json, std::string_view key) {
  uint64_t number = 0;
  if (json[key].get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}

inline std::optional<Span> span_at(simdjson::dom::element json, std::string_view key) {
  simdjson::dom::array numbers;
  uint64_t begin = 0, end = 0;
  if (json[key].get(numbers) != simdjson::SUCCESS || numbers.size() != 2 ||
      numbers.at(0).get(begin) != simdjson::SUCCESS ||
      numbers.at(1).get(end) != simdjson::SUCCESS || begin > UINT32_MAX || end > UINT32_MAX) {
    return std::nullopt;
  }
  return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

template <typename Visit>
void each(simdjson::dom::element json, std::string_view key, Visit&& visit) {
  simdjson::dom::array list;
  if (json[key].get(list) != simdjson::SUCCESS) return;
  for (const simdjson::dom::element item : list) visit(item);
}

}  // namespace synoptic::verify
