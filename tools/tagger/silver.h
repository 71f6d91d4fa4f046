// Sentences for languages without gold: English names carried over to the other side of parallel
// texts, by the names' translations and by word alignment; links of an encyclopedia's news. What is
// in doubt stays open.
#pragma once

#include <string>
#include <vector>

#include "annotate/names/tagger.h"
#include "eval/names_sets.h"
#include "tagger/name_types.h"
#include "tagger/word_tables.h"

namespace synoptic::tools {

struct SilverSet {
  eval::NamedSet set;
  std::vector<std::vector<Range>> open;  // of each sentence: where the tags are not known
};

// `english`: a tagger for the English side.
SilverSet project_names(const std::string& data, const std::string& lang,
                        const annotate::Tagger& english, const annotate::NameLists& lists,
                        const std::vector<NamedThing>& things);
SilverSet read_linked_news(const std::string& data, const std::string& lang,
                           const annotate::NameLists& lists, const std::vector<NamedThing>& things);
// News with marked mentions, one file a language.
SilverSet read_chained_news(const std::string& data, const std::string& lang);
// `copies` of each sentence with other names of the same types in the place of its own, many of
// them put together as the tables say.
SilverSet exchange_names(const SilverSet& silver, int copies, const std::vector<NamedThing>& things,
                         const WordTables& tables);

}  // namespace synoptic::tools
