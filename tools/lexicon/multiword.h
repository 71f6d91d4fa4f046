// Names of two English words as terms of their own (White House, Sri Lanka), and what they are
// called elsewhere, where that is a word, two words, or a few characters.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/sources.h"

namespace synoptic::lexicon {

struct MultiwordNames {
  using Link = std::pair<uint64_t, uint32_t>;  // a unit's key, an index into names
  std::vector<std::string> names;
  std::vector<std::vector<Link>> links;  // by language, as in language_codes()
};

MultiwordNames read_multiword_names(const std::vector<Source>& sources, const std::string& folder,
                                    size_t most);

}  // namespace synoptic::lexicon
