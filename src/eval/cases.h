// Golds of short texts: a file a language, a case a line, a JSON object with its "text". What all
// of them share: which lines are read, where words stand in a case's text, what is told of the
// misses, and how a lost line is reported.
#pragma once

#include <simdjson.h>

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "eval/pages.h"
#include "model/article.h"

namespace synoptic::eval {

struct CaseOptions {
  Part part = Part::kAll;  // kDev: the even lines, for tuning; kTest: the odd ones, kept apart
  size_t worst = 0;        // how many cases with the most mistakes to tell
  bool misses = false;     // tell every case with a mistake
};

struct CaseMisses {
  std::string text;                 // of the case
  std::vector<std::string> misses;  // a line each
};

struct CaseLog {
  std::string details;        // the misses that were asked for
  std::vector<Error> errors;  // lines that are no cases
};

// Hands each line of the part to `judge`, which adds up the figures and gives the misses. A line
// that is no JSON, or that `judge` refuses, is told among the errors.
using Judge = std::function<Result<CaseMisses>(const simdjson::dom::element& row)>;
CaseLog each_case(const std::string& path, const CaseOptions& options, const Judge& judge);

// The golds of a case: its list under `key`. Error: kMalformed, also where it has no text.
Result<simdjson::dom::array> golds_of(const simdjson::dom::element& row, std::string_view key);

// Where a gold's words stand: golds come in the order of the text, so rather behind `from`, where
// the one before ends. Empty: nowhere.
Range words_in(std::string_view text, std::string_view words, size_t from = 0);

// A case's text as an article of one block; `date` (ISO) is its day, or empty.
model::Article case_article(const std::string& text, const std::string& lang,
                            const std::string& date);

// Of golds that ask of given things what is read of them, and of others that nothing is.
struct AskedFigures {
  size_t cases = 0;
  size_t gold = 0, found = 0;   // told by the golds; of these and the look-alikes, read
  size_t right = 0;             // read as the gold has it
  size_t alike = 0, quiet = 0;  // look-alikes, and those of them that are not read

  // Counts one thing that was asked; tells whether it is as the gold has it. `told`: by the gold.
  bool count(bool told, bool read, bool as_told);
  void add(const AskedFigures& other);
  // f1, precision, recall, alike (look-alikes left alone)
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Share of the whole; 1 of nothing.
double ratio(size_t part, size_t whole);
// Of `right` among the found and the wanted; 1 where both are none.
double f1_of(size_t right, size_t found, size_t wanted);

}  // namespace synoptic::eval
