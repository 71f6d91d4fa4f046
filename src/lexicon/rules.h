// How a language's words are cut to stems: rows of data/lexicon/languages.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace synoptic::lexicon {

struct StemRules {
  std::string language;
  std::string snowball;               // algorithm of libstemmer, or empty
  std::vector<std::string> prefixes;  // folded, longest first
  std::vector<std::string> suffixes;
  size_t least = 3;  // characters that stay at least
  int rounds = 1;    // suffixes taken off one after another
};

const StemRules& stem_rules(std::string_view language);  // empty rules for an unknown language

}  // namespace synoptic::lexicon
