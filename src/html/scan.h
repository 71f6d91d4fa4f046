// The next byte that matters, sixteen at a time where the machine can. The scalar function says
// what is right; scan_test.cpp holds the other to it. Private to the room.
#pragma once

#include <bit>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON) && defined(__aarch64__)
#include <arm_neon.h>
#endif

namespace synoptic::html {

// The first `a` or `b` in [at, end), else end.
inline const char* find_either_scalar(const char* at, const char* end, char a, char b) {
  while (at != end && *at != a && *at != b) ++at;
  return at;
}

inline const char* find_either(const char* at, const char* end, char a, char b) {
#if defined(__SSE2__)
  const __m128i wanted_a = _mm_set1_epi8(a), wanted_b = _mm_set1_epi8(b);
  for (; end - at >= 16; at += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const auto hits = static_cast<uint32_t>(_mm_movemask_epi8(
        _mm_or_si128(_mm_cmpeq_epi8(bytes, wanted_a), _mm_cmpeq_epi8(bytes, wanted_b))));
    if (hits != 0) return at + std::countr_zero(hits);
  }
#elif defined(__ARM_NEON) && defined(__aarch64__)
  const uint8x16_t wanted_a = vdupq_n_u8(static_cast<uint8_t>(a));
  const uint8x16_t wanted_b = vdupq_n_u8(static_cast<uint8_t>(b));
  for (; end - at >= 16; at += 16) {
    const uint8x16_t bytes = vld1q_u8(reinterpret_cast<const uint8_t*>(at));
    const uint8x16_t equal = vorrq_u8(vceqq_u8(bytes, wanted_a), vceqq_u8(bytes, wanted_b));
    // Four bits a byte: NEON has no movemask.
    const uint64_t hits =
        vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(equal), 4)), 0);
    if (hits != 0) return at + (std::countr_zero(hits) >> 2);
  }
#endif
  return find_either_scalar(at, end, a, b);
}

}  // namespace synoptic::html
