// Measures what the room `annotate` tells of what is expected, feared or hoped, and of what stands
// first of its kind, on short texts where all of that is known: the golds of tests/golds/outlooks
// and tests/golds/standings, one file a language, one case a line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct ClaimFigures {
  size_t cases = 0, gold = 0, found = 0, matched = 0;
  Mean holder, polarity;         // of outlooks whose words and modality are right
  size_t empty = 0, silent = 0;  // cases that tell nothing, and those of them left alone

  void add(const ClaimFigures& other);
  // f1, precision, recall, alike (look-alikes left alone), holder, polarity
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Each adds up the cases of one file; its name is the language.
CaseLog evaluate_outlooks(const std::string& path, const CaseOptions& options,
                          const knowledge::Knowledge& knowledge, ClaimFigures& figures);
CaseLog evaluate_standings(const std::string& path, const CaseOptions& options,
                           const knowledge::Knowledge& knowledge, ClaimFigures& figures);

}  // namespace synoptic::eval
