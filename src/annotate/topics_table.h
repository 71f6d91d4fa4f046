// The words that speak for topics, language by language: data/annotate/topics.tsv (the top level of
// the IPTC Media Topics) and topics_second.tsv. Private to the room.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "annotate/phrases.h"

namespace synoptic::annotate {

struct TopicWord {
  std::string topic;
  double weight = 1;
  bool tips = false;  // speaks only beside others
};

struct TopicTable {
  syntax::PhraseTable phrases;
  std::vector<std::vector<TopicWord>> meanings;  // of a phrase, by its id
};

struct TopicTables {
  std::map<std::string, std::unique_ptr<TopicTable>, std::less<>> by_language;
  std::map<std::string, std::vector<TopicWord>, std::less<>> by_kind;  // of entities
  std::map<std::string, std::string, std::less<>> parents;             // of second-level topics

  const TopicTable* language(std::string_view lang) const;
};

const TopicTables& top_level_topics();
const TopicTables& second_level_topics();

}  // namespace synoptic::annotate
