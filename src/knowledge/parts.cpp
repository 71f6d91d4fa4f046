#include "knowledge/parts.h"

namespace synoptic::knowledge {
namespace {

constexpr size_t kAlign = 8;

size_t padded(size_t bytes) { return (bytes + kAlign - 1) / kAlign * kAlign; }

}  // namespace

std::string join_parts(std::span<const std::string> parts) {
  std::vector<uint64_t> sizes{parts.size()};
  for (const std::string& part : parts) sizes.push_back(part.size());
  std::string out = bytes_of(std::span<const uint64_t>(sizes));
  for (const std::string& part : parts) {
    out += part;
    out.resize(padded(out.size()));
  }
  return out;
}

std::vector<std::string_view> split_parts(std::string_view bytes) {
  const auto numbers = values_of<uint64_t>(bytes);
  if (numbers.empty() || numbers[0] >= numbers.size()) return {};
  size_t at = (numbers[0] + 1) * sizeof(uint64_t);
  std::vector<std::string_view> parts;
  for (const uint64_t size : numbers.subspan(1, numbers[0])) {
    if (at > bytes.size() || size > bytes.size() - at) return {};
    parts.push_back(bytes.substr(at, size));
    at += padded(size);
  }
  return parts;
}

}  // namespace synoptic::knowledge
