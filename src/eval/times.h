// Measures the times that `annotate` finds in short texts whose times are known
// (tests/golds/times, one file a language).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "knowledge/knowledge.h"
#include "model/date.h"

namespace synoptic::eval {

struct TimeFigures {
  size_t cases = 0, gold = 0, found = 0, right = 0;

  void add(const TimeFigures& other);
  std::vector<std::pair<std::string_view, double>> named() const;  // f1 precision recall
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_times(const std::string& path, const CaseOptions& options,
                       const knowledge::Knowledge& knowledge, TimeFigures& figures);

}  // namespace synoptic::eval
