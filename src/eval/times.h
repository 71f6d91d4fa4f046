// Measures the times that `annotate` finds in short texts whose times are known
// (tests/golds/times, one file a language).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "model/date.h"

namespace synoptic::eval {

struct TimeFigures {
  size_t cases = 0, right = 0, found = 0, wanted = 0;

  void add(const TimeFigures& other);
  double precision() const;
  double recall() const;
  double f1() const;  // 1 where nothing was wanted and nothing found
};

// A time as the gold tells it.
struct GoldTime {
  std::string text, from, to, precision;
  bool approximate = false;
};

struct TimeCase {
  std::string text, date, lang;
  size_t line = 0;  // in its file, from 1
  std::vector<GoldTime> times;
};

enum class Lines : uint8_t { kAll, kEven, kOdd };  // even: for tuning; odd: kept apart

struct TimesOptions {
  Lines lines = Lines::kAll;
  bool misses = false;  // tell every time that is wrong, missing or too much
  size_t worst = 0;     // how many cases with the lowest F1 to list
};

struct TimesReport {
  std::string lang;
  TimeFigures figures;
  std::string details;
  std::vector<Error> errors;
};

// One line of a gold file. Error: kMalformed.
Result<TimeCase> read_time_case(std::string_view line);

// A found time is right when its ends and its precision are those of a gold time and the two share
// a byte of the text; `misses` may be null.
TimeFigures score_times(const TimeCase& gold, const knowledge::Knowledge& knowledge,
                        std::string* misses);

// A gold file; the language is its name.
TimesReport evaluate_times(const std::string& path, const TimesOptions& options,
                           const knowledge::Knowledge& knowledge);

}  // namespace synoptic::eval
