// Measures the quotes that the room `annotate` finds on short texts whose quotes are all known: the
// golds of tests/golds/quotes, one file a language, one case a line.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "eval/cases.h"
#include "eval/figures.h"
#include "knowledge/knowledge.h"

namespace synoptic::eval {

// A found quote is right when form, words and speaker are: of the words, 80 of 100 letters.
struct QuoteFigures {
  size_t cases = 0, gold = 0, found = 0, matched = 0;
  size_t words = 0;              // form and words are right
  size_t whole = 0;              // form, speaker and every letter of the words
  Mean speaker, medium, source;  // right among those whose words are; the last two where told

  void add(const QuoteFigures& other);
  // f1, precision, recall; words (F1 without the speaker), whole (F1 of every letter), speaker …
  std::vector<std::pair<std::string_view, double>> named() const;
};

// Adds up the cases of one file; its name is the language.
CaseLog evaluate_quotes(const std::string& path, const CaseOptions& options,
                        const knowledge::Knowledge& knowledge, QuoteFigures& figures);

}  // namespace synoptic::eval
