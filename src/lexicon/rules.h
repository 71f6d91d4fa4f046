// How a language's words are cut to stems: rows of data/lexicon/languages.tsv.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace synoptic::lexicon {

struct StemRules {
  std::string language;
  std::string snowball;               // algorithm of libstemmer, or empty
  std::vector<std::string> prefixes;  // folded, longest first
  std::vector<std::string> suffixes;
  size_t least = 3;  // characters that stay at least
  int rounds = 1;    // suffixes taken off one after another
  bool compounds = false;
  std::vector<std::string> links;  // between the parts of a compound
};

// Kindred languages whose tables are looked into next (data/lexicon/kin.tsv), and how the letters
// of a folded word differ there.
struct Kin {
  std::string language;
  std::vector<std::string> kin;
  std::vector<std::pair<std::string, std::string>> letters;  // folded

  std::string respelled(std::string_view folded) const;
};

const Kin& kin_of(std::string_view language);  // none for a language without a row

const StemRules& stem_rules(std::string_view language);  // empty rules for an unknown language

}  // namespace synoptic::lexicon
