// A small filter before a table of words: says at once, from the first bytes, that none of them can
// begin here. May say yes for nothing, never no for something. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace synoptic::annotate {

template <unsigned Bits>  // the filter has 2^Bits bits
class FrontFilter {
 public:
  void add(std::string_view word) {
    const size_t length = std::min(word.size(), kFront);
    if (length == 0) return;
    lengths_ |= 1u << length;
    const uint32_t bit = bit_of(word, length);
    bits_[bit / 64] |= uint64_t{1} << (bit % 64);
  }

  bool may_begin(std::string_view text) const {
    for (size_t length = std::min(text.size(), kFront); length > 0; --length) {
      if ((lengths_ >> length & 1) == 0) continue;
      const uint32_t bit = bit_of(text, length);
      if ((bits_[bit / 64] >> (bit % 64) & 1) != 0) return true;
    }
    return false;
  }

 private:
  static constexpr size_t kFront = 4;  // bytes; shorter words have bits of their own

  static uint32_t bit_of(std::string_view text, size_t length) {
    uint32_t front = 0;
    if (text.size() >= kFront) {
      std::memcpy(&front, text.data(), kFront);
      front &= UINT32_MAX >> (8 * (kFront - length));
    } else {
      std::memcpy(&front, text.data(), length);
    }
    front = (front ^ static_cast<uint32_t>(length)) * 2654435761u;  // Knuth's multiplicative hash
    return front >> (32 - Bits);
  }

  std::array<uint64_t, (size_t{1} << Bits) / 64> bits_{};
  uint32_t lengths_ = 0;  // bit n: words of n bytes, or of more where n is kFront
};

}  // namespace synoptic::annotate
