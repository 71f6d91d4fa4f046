// Golds of short texts: a file a language, a case a line. What all of them share: which lines are
// read, what is told of the misses, and how a lost line is reported.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
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

// Hands each line of the part to `judge`, which adds up the figures and gives the misses.
CaseLog each_case(const std::string& path, const CaseOptions& options,
                  const std::function<Result<CaseMisses>(std::string_view line)>& judge);

// A case's text as an article of one block; `date` (ISO) is its day, or empty.
model::Article case_article(const std::string& text, const std::string& lang,
                            const std::string& date);

// Share of the whole; 1 of nothing.
double ratio(size_t part, size_t whole);
// Of `right` among the found and the wanted; 1 where both are none.
double f1_of(size_t right, size_t found, size_t wanted);

}  // namespace synoptic::eval
