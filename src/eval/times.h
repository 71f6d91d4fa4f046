// Measures the times that `annotate` finds in short texts whose times are known
// (tests/golds/times, one file a language).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "eval/cases.h"
#include "knowledge/knowledge.h"
#include "model/date.h"

namespace synoptic::eval {

struct TimeFigures {
  size_t cases = 0, gold = 0, found = 0, right = 0;

  void add(const TimeFigures& other);
  std::vector<std::pair<std::string_view, double>> named() const;  // f1 precision recall
};

// A time as the gold tells it.
struct GoldTime {
  std::string text, from, to, precision;
  bool approximate = false;
};

struct TimeCase {
  std::string text, date, lang;
  std::vector<GoldTime> times;
};

// One line of a gold file. Error: kMalformed.
Result<TimeCase> read_time_case(std::string_view line);

// A found time is right when its ends and its precision are those of a gold time and the two share
// a byte of the text. Each time that is wrong, missing or too much adds a line to `misses`.
TimeFigures score_times(const TimeCase& gold, const knowledge::Knowledge& knowledge,
                        std::vector<std::string>& misses);

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_times(const std::string& path, const CaseOptions& options,
                       const knowledge::Knowledge& knowledge, TimeFigures& figures);

}  // namespace synoptic::eval
