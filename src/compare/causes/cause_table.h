// The words of data/compare/causes/: kinds of causes, what says that something was one, and which
// kinds do not exclude each other. Private to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compare/word_patterns.h"

namespace synoptic::compare {

// Where the cause stands, seen from the word that says that there is one.
enum CauseSide : uint32_t { kCauseBehind, kCauseBefore, kCauseBeside, kCauseSides };

struct CauseDomain {  // causes are compared within one: of accidents, of rulings
  std::string name;
  std::string about;  // what differences are about
};

struct CauseKind {
  uint32_t domain = 0;
  std::string name;
};

struct CauseTable {
  std::vector<CauseDomain> domains;
  std::vector<CauseKind> kinds;
  std::vector<std::vector<uint32_t>> chains;  // kinds, sorted
  LanguagePatterns words;  // of kinds; values: kind * 2, and 1 more of words that need no cue
  LanguagePatterns cues;   // say that something is a cause; values: sides
  LanguagePatterns none;   // beside these it was not the cause

  // Two of one domain that do not bring each other about and are not two names of one.
  bool exclude_each_other(uint32_t a, uint32_t b) const;
};

const CauseTable& cause_table();

}  // namespace synoptic::compare
