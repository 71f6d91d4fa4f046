// Words to stems: Snowball where it has the language, the affixes of a row elsewhere.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lexicon/rules.h"

struct sb_stemmer;

namespace synoptic::lexicon {

// Not for two threads at once.
class Stemmer {
 public:
  explicit Stemmer(const StemRules& rules);

  // The folded stem of a lower-case word that still has its accents. Valid until the next call.
  std::string_view stem(std::string_view lower);

 private:
  struct Close {
    void operator()(sb_stemmer* stemmer) const;
  };
  const StemRules& rules_;
  std::unique_ptr<sb_stemmer, Close> snowball_;
  std::string folded_;
};

// This thread's stemmer of a language.
Stemmer& stemmer_of(std::string_view language);

}  // namespace synoptic::lexicon
