// From sources to the tables of a lexicon.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/format.h"
#include "lexicon/sources.h"

namespace synoptic::lexicon {

struct TableEntry {
  uint64_t key = 0;
  std::vector<std::pair<uint16_t, float>> terms;  // heaviest first
};

struct LanguageTable {
  std::string code;
  std::vector<TableEntry> entries;
};

struct Tables {
  std::vector<std::string> words;  // of the pivot terms
  std::vector<float> idf;
  std::vector<LanguageTable> languages;  // sorted by code
  std::vector<NameLetter> letters;       // sorted
};

Tables build_tables(const std::vector<Source>& sources, const std::string& folder);

std::string package_of(const Tables& tables);

}  // namespace synoptic::lexicon
