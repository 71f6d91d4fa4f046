// Learns which classes of consonants a letter stands for in names, from names in two scripts.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/format.h"

namespace synoptic::lexicon {

class NameLearner {
 public:
  void add(std::string_view latin, std::string_view other);  // one name, two scripts
  std::vector<NameLetter> learn() const;                     // sorted by letter

 private:
  struct Pair {
    std::string classes;
    std::u32string letters;
  };
  std::vector<Pair> pairs_;
};

}  // namespace synoptic::lexicon
