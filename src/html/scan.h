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

// The first of the `wanted` bytes in [at, end), else end.
template <typename... Bytes>
const char* find_any_scalar(const char* at, const char* end, Bytes... wanted) {
  while (at != end && ((*at != wanted) && ...)) ++at;
  return at;
}

template <typename... Bytes>
const char* find_any(const char* at, const char* end, Bytes... wanted) {
#if defined(__SSE2__)
  const auto hits_in = [&](__m128i bytes) {
    __m128i equal = _mm_setzero_si128();
    ((equal = _mm_or_si128(equal, _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted)))), ...);
    return static_cast<uint32_t>(_mm_movemask_epi8(equal));
  };
  const char* const begin = at;
  for (; end - at >= 16; at += 16) {
    const uint32_t hits = hits_in(_mm_loadu_si128(reinterpret_cast<const __m128i*>(at)));
    if (hits != 0) return at + std::countr_zero(hits);
  }
  if (at != begin) {  // the last sixteen, of which some were looked at
    const char* const last = end - 16;
    const uint32_t hits = hits_in(_mm_loadu_si128(reinterpret_cast<const __m128i*>(last)));
    return hits == 0 ? end : last + std::countr_zero(hits);
  }
#elif defined(__ARM_NEON) && defined(__aarch64__)
  const auto hits_in = [&](uint8x16_t bytes) {
    uint8x16_t equal = vdupq_n_u8(0);
    ((equal = vorrq_u8(equal, vceqq_u8(bytes, vdupq_n_u8(static_cast<uint8_t>(wanted))))), ...);
    // Four bits a byte: NEON has no movemask.
    return vget_lane_u64(vreinterpret_u64_u8(vshrn_n_u16(vreinterpretq_u16_u8(equal), 4)), 0);
  };
  for (; end - at >= 16; at += 16) {
    const uint64_t hits = hits_in(vld1q_u8(reinterpret_cast<const uint8_t*>(at)));
    if (hits != 0) return at + (std::countr_zero(hits) >> 2);
  }
#endif
  return find_any_scalar(at, end, wanted...);
}

}  // namespace synoptic::html
