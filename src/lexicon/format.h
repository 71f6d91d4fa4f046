// The bytes of a lexicon package. Little-endian; read where they lie, nothing is parsed at start.
//
//   Header
//   Language rows, English first, languages added later last
//   idf of every pivot term (one byte, steps of kIdfStep)
//   text offsets of every pivot term (uint32, one more than terms), then the texts
//   per language: bucket offsets (uint32, 2^bucket_bits + 1), then the entries of the buckets
//   name letters: NameLetter rows, sorted by code point
//
// An entry: fingerprint (uint16), count (uint8), count times {term (uint16), weight (uint8)},
// heaviest first. A key is a 64-bit hash of a unit: its top bits name the bucket, its lowest 16 are
// the fingerprint. Two keys of one bucket that share a fingerprint are taken for one; one look-up
// of an unknown word in ten thousand meets such a stranger.
#pragma once

#include <array>
#include <cstdint>

namespace synoptic::lexicon {

constexpr std::array<char, 4> kPackageMagic{'S', 'Y', 'X', '1'};
constexpr float kIdfStep = 0.05F;
constexpr float kWeightTop = 1.6F;  // the largest weight an entry can hold
constexpr uint32_t kMostTerms = 65535;

struct Header {
  std::array<char, 4> magic = kPackageMagic;
  uint32_t language_count = 0;
  uint32_t term_count = 0;
  uint32_t letter_count = 0;
  uint64_t languages_at = 0;  // byte offsets from the begin of the package
  uint64_t idf_at = 0;
  uint64_t text_offsets_at = 0;
  uint64_t texts_at = 0;
  uint64_t letters_at = 0;
  uint64_t size = 0;  // of the whole package
};

struct LanguageRow {
  std::array<char, 8> code{};  // NUL-padded
  uint32_t bucket_bits = 0;
  uint32_t entry_count = 0;
  uint64_t buckets_at = 0;
  uint64_t entries_at = 0;
  uint64_t entries_size = 0;
};

// A letter of any script and the consonant classes it stands for in names, NUL-padded.
struct NameLetter {
  uint32_t letter = 0;
  std::array<char, 4> classes{};
};

static_assert(sizeof(Header) == 64 && sizeof(LanguageRow) == 40 && sizeof(NameLetter) == 8);

// Weights are kept by their square root: small ones finer than large ones.
constexpr float weight_of(uint8_t stored) {
  const float root = static_cast<float>(stored) / 255.0F;
  return root * root * kWeightTop;
}

}  // namespace synoptic::lexicon
