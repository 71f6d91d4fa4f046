// Measures the topics that the room `annotate` finds in short news texts whose topics are known:
// the golds of tests/golds/topics, one file a language, one case a line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

// Ids of one level.
struct TopicCount {
  size_t gold = 0, found = 0, right = 0;

  void add(const TopicCount& other);
};

struct TopicFigures {
  size_t cases = 0, gold = 0, found = 0;  // topics of both levels
  size_t first = 0;                       // cases whose best topic is right
  TopicCount top, second;

  void add(const TopicFigures& other);
  // top (F1), precision and recall; first: share of cases; second (F1), precision and recall
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_topics(const std::string& path, const CaseOptions& options,
                        const knowledge::Knowledge& knowledge, TopicFigures& figures);

}  // namespace synoptic::eval
