// From sources to the tables of a lexicon.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/format.h"
#include "lexicon/lexicon.h"
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

// The table of one more language, in the terms of a package that is there.
LanguageTable build_table(const std::vector<Source>& sources, const std::string& folder,
                          const std::string& code, const Lexicon& package);

std::string package_of(const Tables& tables);
// The package and tables of more languages; all that was in it stays as it is.
std::string extended(std::string_view package, const std::vector<LanguageTable>& more);

}  // namespace synoptic::lexicon
