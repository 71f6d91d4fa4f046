// The words of this project's own tables, as lines of the lexicon: what one row calls by several
// names in several languages is one thing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lexicon/sources.h"

namespace synoptic::lexicon {

// A table with a column per language, named in the first line; a cell holds words that mean much
// the same, parted by "|". False when the file cannot be read.
bool read_words(const std::string& path, float weight, const std::vector<std::string>& languages,
                const std::function<void(const Line&)>& visit);

// The words of events (data/annotate/events_*.tsv) and of kinds (data/compare/kinds.tsv), beside
// the English words of the same deed or kind.
void read_own_tables(const std::vector<std::string>& languages, float weight,
                     const std::function<void(const Line&)>& visit);

}  // namespace synoptic::lexicon
