// The pivot's words, counted over all sources.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "lexicon/sources.h"

namespace synoptic::lexicon {

const std::vector<std::string>& language_codes();  // the pivot first, then the others by code

// All lines of all sources and the names of data/entities in these languages, always in the same
// order.
void visit_lines(const std::vector<Source>& sources, const std::string& folder,
                 const std::vector<std::string>& languages,
                 const std::function<void(const Line&)>& visit);

// The pivot's words: which stems there are, how rare, how they are written, and which stand in
// each line of the sources.
struct Vocabulary {
  std::vector<std::string> words;
  std::vector<float> idf;
  std::vector<uint64_t> keys;
  std::vector<uint32_t> line_at{0}, line_terms;  // sorted in each line
};

Vocabulary read_vocabulary(const std::vector<Source>& sources, const std::string& folder);

// The way it is mostly written.
std::string commonest(const std::unordered_map<std::string, double>& forms);

}  // namespace synoptic::lexicon
