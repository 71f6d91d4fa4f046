// Measures whom the room `annotate` takes for the source of a text: the golds of
// tests/golds/origins, one file a language, one case a line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct OriginFigures {
  size_t cases = 0, gold = 0, found = 0, matched = 0;
  size_t empty = 0, silent = 0;  // cases that cite nobody, and those of them left alone

  void add(const OriginFigures& other);
  // f1, precision, recall, alike (look-alikes left alone)
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_origins(const std::string& path, const CaseOptions& options,
                         const knowledge::Knowledge& knowledge, OriginFigures& figures);

}  // namespace synoptic::eval
