// Measures which parts of an event the room `compare` reads in single sentences, and what it takes
// to have them: golds in one file a language, one sentence a line. A gold gives a part the words of
// the name, the body or the day that has it, or none (a look-alike: nothing must be read); other
// parts are not asked about. Where a day and a place have one name, "date NAME" is the day.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

struct PartFigures {
  size_t cases = 0;
  size_t gold = 0, found = 0;   // told by the golds; of these and the look-alikes, read
  size_t right = 0;             // read as the gold has it
  size_t alike = 0, quiet = 0;  // look-alikes, and those of them that are not read

  void add(const PartFigures& other);
  // f1, precision, recall, alike (look-alikes left alone)
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_parts(const std::string& path, const CaseOptions& options,
                       const knowledge::Knowledge& knowledge, PartFigures& figures);

}  // namespace synoptic::eval
