// Learns which classes of consonants a letter stands for in names, from names in two scripts.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/format.h"

namespace synoptic::lexicon {

class NameLearner {
 public:
  void add(std::string_view latin, std::string_view other);  // one name, two scripts
  // Sorted by letter. Letters of scripts that no pair is written in are spelled by ICU.
  std::vector<NameLetter> learn() const;

 private:
  static void add_spelled_letters(std::vector<NameLetter>& letters,
                                  const std::set<char32_t>& learnt);
  struct Pair {
    std::string classes;
    std::u32string letters;
  };
  std::vector<Pair> pairs_;
};

}  // namespace synoptic::lexicon
