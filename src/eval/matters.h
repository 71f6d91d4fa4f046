// Measures which matters the room `compare` reads in single sentences, and how they came out: the
// golds of tests/golds/matters, one file a language, one sentence a line. A gold lists what must be
// read ("+", "-" or "?") and what must not ("", a look-alike); other matters are not asked about.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct MatterFigures {
  size_t cases = 0;
  size_t gold = 0, found = 0;   // told by the golds; of these and the look-alikes, read
  size_t right = 0;             // read as the gold has it
  size_t alike = 0, quiet = 0;  // look-alikes, and those of them that are not read

  void add(const MatterFigures& other);
  // f1, precision, recall, alike (look-alikes left alone)
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_matters(const std::string& path, const CaseOptions& options,
                         const knowledge::Knowledge& knowledge, MatterFigures& figures);

}  // namespace synoptic::eval
