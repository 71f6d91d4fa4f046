// Words to stems: Snowball where it has the language, the affixes of a row elsewhere.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/rules.h"

struct sb_stemmer;

namespace synoptic::lexicon {

// Not for two threads at once.
class Stemmer {
 public:
  explicit Stemmer(const StemRules& rules);

  // The folded stem of a lower-case word that still has its accents. Valid until the next call.
  std::string_view stem(std::string_view lower);

  // All that a text's units need to know of a word. Valid until the next call.
  struct Word {
    std::string_view folded, stem;
    uint64_t key = 0, wide_key = 0;
    uint8_t length = 0;  // characters of the stem
  };
  Word word(std::string_view lower);

 private:
  // Words read before, since most words of a text stood in texts before it. What is forgotten is
  // made anew, with the same result.
  struct Slot {
    static constexpr size_t kLongest = 30;  // bytes
    uint8_t size = UINT8_MAX, stem_size = 0, folded_size = UINT8_MAX, length = 0;
    std::array<char, kLongest> word, stem, folded;
    uint64_t key, wide_key;
  };
  Slot* slot_for(std::string_view lower);

  std::string_view make(std::string_view lower);

  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  const StemRules& rules_;
  std::unique_ptr<sb_stemmer, Close> snowball_;
  std::string folded_, whole_;
  std::vector<Slot> slots_;
};

// This thread's stemmer of a language.
Stemmer& stemmer_of(std::string_view language);

}  // namespace synoptic::lexicon
