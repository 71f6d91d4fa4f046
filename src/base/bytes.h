// Short runs of bytes read eight at a time: what memcmp() and memcpy() do, without the call, which
// for words costs more than the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace synoptic {

template <typename Number>
Number load_bytes(const char* at) {
  Number number = 0;
  std::memcpy(&number, at, sizeof number);
  return number;
}

// Up to eight bytes as a number; different ones of one length give different numbers.
inline uint64_t load_few(const char* at, size_t count) {
  if (count >= 8) return load_bytes<uint64_t>(at);
  if (count >= 4) {
    return uint64_t{load_bytes<uint32_t>(at)} << 32 | load_bytes<uint32_t>(at + count - 4);
  }
  if (count >= 2) {
    return uint64_t{load_bytes<uint16_t>(at)} << 16 | load_bytes<uint16_t>(at + count - 2);
  }
  return count == 0 ? 0 : static_cast<unsigned char>(*at);
}

inline bool same_bytes(const char* a, const char* b, size_t count) {
  if (count < 8) return load_few(a, count) == load_few(b, count);
  for (size_t i = 0; i + 8 < count; i += 8) {
    if (load_bytes<uint64_t>(a + i) != load_bytes<uint64_t>(b + i)) return false;
  }
  return load_bytes<uint64_t>(a + count - 8) == load_bytes<uint64_t>(b + count - 8);
}

// text.starts_with(front), for fronts of a few bytes.
inline bool begins_with(std::string_view text, std::string_view front) {
  return text.size() >= front.size() && same_bytes(text.data(), front.data(), front.size());
}

// text.ends_with(end), for ends of a few bytes.
inline bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         same_bytes(text.data() + text.size() - end.size(), end.data(), end.size());
}

}  // namespace synoptic
