// The words of data/compare/doers/: which part of an event a sentence tells, who can have it, and
// on which side of the words the name stands. Private to the room.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "compare/word_patterns.h"

namespace synoptic::compare {

struct DoerPart {
  std::string slot, name;
  std::set<std::string, std::less<>> sorts;  // of names that can have it
  bool among_others = false;  // its words have other names beside them: "handed X the prize"
  bool one_of_two = false;    // any name of the sentence may be meant: "succeeds"
  bool one_each = false;      // two accounts of many that have a name each are enough
  bool two_agree = false;     // one against one is never enough: "owned by", but which ship?
};

// Where the name stands: "built by >", "< took silver".
enum class DoerSide : uint32_t { kAny, kBehind, kBefore };
inline constexpr uint32_t kDoerSides = 3;

struct DoerTable {
  std::vector<DoerPart> parts;
  // Value: part * kDoerSides + side; of parts that names have, and of those that bodies have.
  LanguagePatterns languages, of_bodies;
  // Values: sides. The name beside such a word has no part: "replaces >", "assisted by >".
  LanguagePatterns others;
};

const DoerTable& doer_table();

}  // namespace synoptic::compare
