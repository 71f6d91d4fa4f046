// The sets of marked names that the tagger is trained on.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "eval/names_sets.h"

namespace synoptic::tools {

// A set to train on; `open` is empty where all is known.
struct Training {
  eval::NamedSet set;
  std::vector<std::vector<Range>> open;
  float weight = 1;
  bool prose = false;  // running text, of which fragments are made
  const std::vector<Range>* open_of(size_t sentence) const {
    return open.empty() ? nullptr : &open[sentence];
  }
};

struct Source {
  std::string path, lang;
  float weight = 1;
  bool dev = false;
};

// The public sets below the folder of data.
std::vector<Source> sources(const std::string& data);

// Pieces of running text, as headlines are: else all that is short would look like a name.
eval::NamedSet make_fragments(const Training& training);

// Every Nth sentence of the set stays.
void keep_every(eval::NamedSet& set, size_t share);

}  // namespace synoptic::tools
