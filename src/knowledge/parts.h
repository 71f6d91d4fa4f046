// Bytes made of parts, one behind the other, that are used where they lie. Private to the room.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synoptic::knowledge {

// Each part begins at a multiple of 8.
std::string join_parts(std::span<const std::string> parts);
// The same parts again; no parts: the bytes are not of join_parts(), or cut short.
std::vector<std::string_view> split_parts(std::string_view bytes);

// Plain values as a part, and the values of one.
template <typename T>
std::string bytes_of(std::span<const T> values) {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}
template <typename T>
std::span<const T> values_of(std::string_view bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

}  // namespace synoptic::knowledge
