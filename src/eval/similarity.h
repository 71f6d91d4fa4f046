// Pairs of articles whose likeness people have graded, and how well group::similarity goes along
// with the grades.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "knowledge/knowledge.h"
#include "text/language_id.h"

namespace synoptic::eval {

struct GradedPair {
  std::string lang_a, lang_b, text_a, text_b;
  double grade = 0;  // 1: the same … 4: nothing in common
  // The same of a part of it, where the set has it: Geography, Entities, Time, Narrative.
  std::map<std::string, double> parts{};
};

// A CSV file (RFC 4180) with the columns lang1, lang2, text1, text2, Overall. Errors: no such file,
// a column that is missing, a row cut short.
Result<std::vector<GradedPair>> read_graded_pairs(const std::string& path);

// Rows of fields; quotes may hold commas, quotes (doubled) and line ends.
std::vector<std::vector<std::string>> parse_csv(std::string_view text);

// group::similarity of the two texts, each cleaned as a plain document and annotated.
double similarity_of(const GradedPair& pair, const knowledge::Knowledge& knowledge,
                     const text::LanguageId& languages);

// 0 where one of them does not vary.
double pearson(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace synoptic::eval
