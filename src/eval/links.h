// Links measured: whether mentions of one thing, in articles of many languages, get one id.
//
// A set is a folder with mentions.tsv (topic, language, file, mention, base form, type, id; a row a
// mention and document) and the articles in TOPIC/raw/LANGUAGE (id, language, date, address, title,
// text, a line each). An id is one of its topic.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct LinkedMention {
  std::string topic, lang, file, text, type;
  std::string gold, found;  // ids; what was found nowhere has an id of its own
  bool seen = false;        // the annotation has a mention there
  bool known = false;       // and an id of the knowledge
};

// Reads the set, annotates its articles and fills in what was found. Rows of other types than
// persons, organisations and places are left out.
Result<std::vector<LinkedMention>> link_set(const std::string& folder, const std::string& topic,
                                            const knowledge::Knowledge& knowledge);

struct LinkScores {
  size_t mentions = 0, seen = 0, known = 0;
  double pair_precision = 0, pair_recall = 0;  // pairs of mentions in two languages
  double lea_precision = 0, lea_recall = 0;    // Moosavi and Strube 2016
  double lea_f1() const;
  // The same within each language, as the shared task's table of single languages has it.
  double language_lea_precision = 0, language_lea_recall = 0;
  double language_lea_f1() const;
};
LinkScores score_links(const std::vector<LinkedMention>& mentions);

// The wrong pairs of ids that cost most, as "found: gold ~ gold (pairs)".
std::vector<std::string> worst_links(const std::vector<LinkedMention>& mentions, size_t count);

}  // namespace synoptic::eval
