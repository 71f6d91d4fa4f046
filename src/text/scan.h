// Bytes of long texts looked at sixteen at a time where the machine can; the scalar way says what
// is right.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/ascii.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace synoptic::text {

// What sixteen bytes are, a bit for each, the first one's the lowest.
struct SixteenBytes {
  static constexpr size_t kSize = 16;
  uint32_t words = 0;   // ASCII letters and digits
  uint32_t blanks = 0;  // ' '
  uint32_t beyond = 0;  // not ASCII
};

inline SixteenBytes look_at_sixteen_scalar(const char* at) {
  SixteenBytes seen;
  for (size_t i = 0; i < SixteenBytes::kSize; ++i) {
    seen.words |= static_cast<uint32_t>(is_ascii_word(at[i])) << i;
    seen.blanks |= static_cast<uint32_t>(at[i] == ' ') << i;
    seen.beyond |= static_cast<uint32_t>(!is_ascii(at[i])) << i;
  }
  return seen;
}

inline SixteenBytes look_at_sixteen(const char* at) {
#if defined(__SSE2__)
  const auto bits = [](__m128i hits) { return static_cast<uint32_t>(_mm_movemask_epi8(hits)); };
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const auto between = [](__m128i of, char first, char last) {
    return _mm_and_si128(_mm_cmpgt_epi8(of, _mm_set1_epi8(static_cast<char>(first - 1))),
                         _mm_cmplt_epi8(of, _mm_set1_epi8(static_cast<char>(last + 1))));
  };
  const __m128i small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  return {bits(_mm_or_si128(between(small, 'a', 'z'), between(bytes, '0', '9'))),
          bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(' '))), bits(bytes)};
#else
  return look_at_sixteen_scalar(at);
#endif
}

// The same of the bytes from `at` on. Returns of how many: where fewer than sixteen are left, of
// these; 0: the whole text has fewer.
inline uint32_t look_ahead(std::string_view text, size_t at, SixteenBytes& seen) {
  constexpr size_t kSize = SixteenBytes::kSize;
  if (text.size() < kSize) return 0;
  const size_t from = std::min(at, text.size() - kSize);
  seen = look_at_sixteen(text.data() + from);
  const auto skipped = static_cast<uint32_t>(at - from);
  seen.words >>= skipped;
  seen.blanks >>= skipped;
  seen.beyond >>= skipped;
  return static_cast<uint32_t>(kSize) - skipped;
}

// Of sixteen bits. Where the machine cannot count them itself std::popcount is a call.
inline uint32_t count_bits(uint32_t bits) {
  bits -= bits >> 1 & 0x5555;
  bits = (bits & 0x3333) + (bits >> 2 & 0x3333);
  bits = (bits + (bits >> 4)) & 0x0F0F;
  return (bits + (bits >> 8)) & 0x1F;
}

// Where the first byte of at most `most` stands at or behind `at`; the text's end: none does.
inline size_t next_at_most(std::string_view text, size_t at, char most) {
#if defined(__SSE2__)
  while (text.size() >= 16 && at < text.size()) {
    const size_t from = std::min(at, text.size() - 16);
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + from));
    const __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(most)), bytes);
    const uint32_t hits = static_cast<uint32_t>(_mm_movemask_epi8(low)) >> (at - from);
    if (hits != 0) return at + static_cast<size_t>(std::countr_zero(hits));
    at = from + 16;
  }
#endif
  const auto limit = static_cast<unsigned char>(most);
  while (at < text.size() && static_cast<unsigned char>(text[at]) > limit) ++at;
  return at;
}

struct BytePair {
  char first, second;
};

// Where the first of the pairs stands at or behind `from`; npos: none does.
template <BytePair... kPairs>
size_t find_pair_scalar(std::string_view text, size_t from) {
  for (size_t i = from; i + 1 < text.size(); ++i) {
    if (((text[i] == kPairs.first && text[i + 1] == kPairs.second) || ...)) return i;
  }
  return std::string_view::npos;
}

template <BytePair... kPairs>
size_t find_pair(std::string_view text, size_t from) {
#if defined(__SSE2__)
  for (; from + 17 <= text.size(); from += 16) {
    const auto load = [&](size_t at) {
      return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    };
    const __m128i one = load(from), next = load(from + 1);
    __m128i hits = _mm_setzero_si128();
    ((hits = _mm_or_si128(hits, _mm_and_si128(_mm_cmpeq_epi8(one, _mm_set1_epi8(kPairs.first)),
                                              _mm_cmpeq_epi8(next, _mm_set1_epi8(kPairs.second))))),
     ...);
    if (const auto found = static_cast<uint32_t>(_mm_movemask_epi8(hits)); found != 0) {
      return from + static_cast<size_t>(std::countr_zero(found));
    }
  }
#endif
  return find_pair_scalar<kPairs...>(text, from);
}

}  // namespace synoptic::text
